-- What a picture of a case shows: its phase, and for which handling of the case, counted from 1; who of
-- the staff added it, when and about where.
alter table case_photo add column phase varchar(10) default 'BEFORE' not null;
alter table case_photo add column handling integer default 0 not null;
alter table case_photo add column author varchar(100);
alter table case_photo add column added_at timestamptz;
alter table case_photo add column latitude double precision;
alter table case_photo add column longitude double precision;

-- Why a step has no picture: a reason, and who answered on the telephone.
create table photo_waiver (
    case_id bigint not null references grid_case,
    phase varchar(10) not null,
    handling integer not null,
    reason varchar(20) not null,
    called varchar(60),
    primary key (case_id, phase, handling)
);

-- To notice the same picture again, and an old one.
alter table photo add column digest varchar(64);
alter table photo add column taken_at timestamptz;
create index photo_digest on photo (digest);

-- Chats that were shown a picture which is not theirs.
create table photo_viewer (
    photo varchar(32) not null,
    channel varchar(40) not null,
    address varchar(100) not null,
    primary key (photo, channel, address)
);
create index photo_viewer_chat on photo_viewer (channel, address);

-- By which name a messenger knows a picture that it was given, until when.
create table photo_handle (
    photo varchar(32) not null,
    channel varchar(40) not null,
    handle varchar(300) not null,
    until_at timestamptz not null,
    primary key (photo, channel)
);

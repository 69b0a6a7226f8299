create table photo (
    id varchar(32) primary key,
    channel varchar(40) not null,
    address varchar(100) not null,
    size bigint not null,
    width integer not null,
    height integer not null,
    stored_at timestamptz not null,
    case_number varchar(40)
);

create index photo_owner on photo (channel, address);
create index photo_case on photo (case_number);
create index photo_age on photo (stored_at);

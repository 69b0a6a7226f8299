-- Attempts to log in are counted by address, in memory: nobody is locked by what others try.
alter table account drop column failures;
alter table account drop column locked_until;

-- A password that an administrator gave is changed by its owner at the first sign-in.
alter table account add column one_time boolean default false not null;

-- Handlers without a department and an area saw every case; from now on that is said.
update account set areas = '*' where role = 'HANDLER' and areas = '' and department is null;

-- Who is signed in to the console (Spring Session 4): any machine serves anybody.
create table spring_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create table spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);

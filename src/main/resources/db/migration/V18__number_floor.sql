-- Numbers that are not given again although no row holds them any more.
create table number_floor (
    name varchar(40) primary key,
    highest bigint not null
);
insert into number_floor (name, highest) values ('outbox', 0);

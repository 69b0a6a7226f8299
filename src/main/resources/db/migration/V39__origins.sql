-- How a case came, and its number where it came from, such as that of 12345.
alter table grid_case add column source varchar(20) default 'RESIDENT' not null;
alter table grid_case add column outside_number varchar(100);
alter table grid_case add constraint grid_case_outside_number unique (source, outside_number);

-- What was before and what is now, in words.
alter table staff_audit add column details text default '' not null;

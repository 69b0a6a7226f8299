-- How often nobody knew whether a message had arrived, which ends its repeats.
alter table outbox add column doubts integer default 0 not null;

-- What becomes of a message that is being sent, should it not arrive: staff paused or cancelled its
-- notice meanwhile.
alter table outbox add column afterwards varchar(10);

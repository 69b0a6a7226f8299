-- Counts how often the words were changed: who judges them can say which they have seen.
alter table notice add column revision integer default 1 not null;

-- Who sent it back to its author last, and why.
alter table notice add column returned_by varchar(40);
alter table notice add column return_reason varchar(300);

-- About where a step was taken, such as an arrival (about ten metres).
alter table case_event add column latitude double precision;
alter table case_event add column longitude double precision;

-- The case to which the pictures go that a member of staff sends from the bound chat.
alter table staff_chat add column in_hand varchar(40);
alter table staff_chat add column in_hand_since timestamptz;

-- Areas did not limit who checks; from now on they do, and nobody who saw everything sees less.
update account set areas = '*' where role = 'VERIFIER' and areas <> '';

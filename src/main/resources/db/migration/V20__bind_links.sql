-- A binding code is too long to be guessed: tries are not counted, and a code is found by its hash.
drop table bind_try;
delete from bind_code;
alter table bind_code drop column salt;
alter table bind_code add constraint bind_code_hash unique (hash);

-- Whether nobody has yet put right or confirmed a place to which one cannot simply go.
alter table grid_case add column place_guessed boolean default false not null;
-- Who handles a case may ask for more time; absent while nothing is asked.
alter table grid_case add column extension_asked_at timestamptz;
alter table grid_case add column extension_asked_by varchar(100);
alter table grid_case add column extension_reason text;
create index grid_case_extension on grid_case (extension_asked_at);

-- What only staff may read.
alter table case_event add column internal boolean default false not null;
-- Until now a request for more time stood in the history as if it had been granted.
update case_event set internal = true where verb = 'EXTEND' and note like '申请延期：%';

-- Units that were asked to help, beside the one that has the case.
create table case_unit (
    case_id bigint not null references grid_case,
    department varchar(60) not null,
    answer varchar(20) not null,
    since timestamptz not null,
    note text,
    primary key (case_id, department)
);
create index case_unit_department on case_unit (department, answer);

-- The case whose category somebody put right by these words.
alter table reading add column case_number varchar(40);
create index reading_case on reading (case_number);

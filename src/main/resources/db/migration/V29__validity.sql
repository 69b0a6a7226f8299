-- That somebody found an article still in force; of the words that were checked, not of later ones.
create table article_check (
    article    varchar(400) not null primary key,
    -- Counts with the numbers of article, so that every machine follows.
    seq        bigint       not null,
    hash       varchar(64)  not null,
    checked    date         not null,
    checked_by varchar(40)  not null,
    written_at timestamptz  not null
);
create unique index article_check_seq on article_check (seq);

-- What was quoted first, so that editors see what is asked most.
alter table gap_question add column article varchar(400);

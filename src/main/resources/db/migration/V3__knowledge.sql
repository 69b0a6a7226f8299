-- Articles published from inside (notices), followed by every machine in the order of seq.
create table article (
    id       varchar(200) not null primary key,
    seq      bigint       not null,
    markdown text         not null,
    retired  boolean      not null,
    written_at timestamptz  not null
);
create unique index article_seq on article (seq);

-- One row; locked until commit, so that seq grows in the order of commits and no reader misses one.
create table article_clock (
    id   integer not null primary key,
    last bigint  not null
);
insert into article_clock (id, last) values (1, 0);

-- Meanings of passages, so that only what changed is embedded again.
create table embedding (
    model  varchar(100) not null,
    hash   varchar(64)  not null,
    vector bytea        not null,
    primary key (model, hash)
);

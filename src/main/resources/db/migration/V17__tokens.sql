-- What is known of the passages lacks their tokens; the model reads them once more.
drop table embedding;
create table embedding (
    model  varchar(100) not null,
    hash   varchar(64)  not null,
    vector bytea        not null,
    tokens bytea        not null,
    primary key (model, hash)
);

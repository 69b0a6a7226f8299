-- Where the round of each followed list page stands; begun_at is empty between rounds.
create table web_source (
    name varchar(80) not null primary key,
    begun_at timestamptz,
    -- Not before this instant is the site asked again.
    next_at timestamptz not null,
    -- The page of the list that this round still has to read.
    list_at varchar(2000),
    lists_left integer not null,
    -- What the street wanted when it began; a source that was changed begins at once.
    followed varchar(64),
    -- Why the last round could not read the list.
    trouble varchar(500),
    ended_at timestamptz
);

-- Every page that a list named, and the article that was made of it.
create table web_page (
    -- SHA-256 of the address
    id varchar(64) not null primary key,
    source varchar(80) not null,
    address varchar(2000) not null,
    label varchar(300) not null,
    -- When the list last named it.
    seen_at timestamptz not null,
    -- Where it stood there; lists begin with the newest.
    place integer not null,
    checked_at timestamptz,
    result varchar(20),
    etag varchar(200),
    modified varchar(200),
    -- Checks running in which the site said that it has no such page.
    missing integer not null,
    expired boolean not null,
    -- Version of the article; 0 if there is none yet.
    version integer not null,
    -- SHA-256 of its words, of its head, and of what the street says of it.
    content varchar(64),
    head varchar(64),
    given varchar(64),
    -- What became of it, as JSON for the editor.
    report text
);
create index web_page_source on web_page (source, checked_at);

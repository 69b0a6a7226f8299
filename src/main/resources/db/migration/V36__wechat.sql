-- The access token of the account, shared by all machines; until claimed_until one of them fetches a
-- new one.
create table wechat_token (
    app_id varchar(60) primary key,
    token varchar(600),
    until_at timestamptz not null,
    claimed_until timestamptz not null
);

-- How many messages may still go to a person, and until when: counted from the person's last word.
create table wechat_chat (
    openid varchar(100) primary key,
    until_at timestamptz not null,
    messages_left integer not null,
    reminded boolean default false not null,
    changed_at timestamptz not null
);

-- Conversations of the web page that were opened inside WeChat by somebody it knows.
create table wechat_page (
    conversation varchar(36) primary key,
    openid varchar(100) not null,
    opened_at timestamptz not null
);
create index wechat_page_openid on wechat_page (openid);

-- Where the code of a poster leads: each is made once, for an account may have only so many.
create table wechat_code (
    scene varchar(64) primary key,
    address varchar(300) not null
);

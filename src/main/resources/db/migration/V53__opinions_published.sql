-- What is adopted may be shown to everybody, without a name, once its author says so; null until
-- they are asked.
alter table opinion add column may_publish boolean;
alter table opinion add column published_words varchar(400);
alter table opinion add column published_at timestamptz;
create index opinion_published on opinion (published_at);
create index opinion_taken on opinion (kind, taken_at);
create index opinion_praised on opinion (kind, settled_at);

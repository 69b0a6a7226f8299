-- What was dropped is not the one of its topic (一类事) any more.
update deliberation set topic_id = null where state = 'DROPPED';
-- The notice that was drafted of how it stands; null again after the next step.
alter table deliberation add column notice_id bigint;
-- What those who follow are told of: each news has the next number, and the newest counts.
alter table deliberation add column news varchar(20);
alter table deliberation add column news_number integer default 0 not null;
-- Of the news that somebody was told last, or that were old when they began to follow.
alter table deliberation_part add column told_number integer default 0 not null;

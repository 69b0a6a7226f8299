-- What was dropped is not the one of its topic (一类事) any more.
update deliberation set topic_id = null where state = 'DROPPED';
-- The notice that was drafted of how it stands; null again after the next step.
alter table deliberation add column notice_id bigint;

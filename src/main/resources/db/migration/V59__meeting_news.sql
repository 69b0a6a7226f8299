-- Number of the news that the meeting was moved, which who comes is told even where there is newer news.
alter table deliberation add column moved_number integer default 0 not null;
update deliberation set moved_number = news_number where news = 'MOVED';

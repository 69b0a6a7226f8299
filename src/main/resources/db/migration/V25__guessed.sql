-- Whether a case's category was read from the words and nobody has confirmed it.
alter table grid_case add column guessed boolean default false not null;

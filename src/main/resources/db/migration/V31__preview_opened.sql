-- How often a shared link to a preview was opened, and when last; the same reader who loads it again soon counts once.
alter table story_preview add column opened integer not null default 0;
alter table story_preview add column opened_at bigint;

-- A link may show a text that was kept while it was written: its number in the journal of the story.
alter table story_preview add column kept_seq bigint;

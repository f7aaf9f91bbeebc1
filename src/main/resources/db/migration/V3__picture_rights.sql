-- What the library keeps of a picture beside its words: who made and sent it, how it may be used and how long, the
-- upload it was made from, and since when the public has known it.
alter table picture add column headline text;
alter table picture add column creator text;
alter table picture add column provider text;
alter table picture add column usage_terms text;
alter table picture add column source_digest varchar(64);
alter table picture add column rights_start_at bigint;
alter table picture add column rights_end_at bigint;
-- Set by the act that ended the rights: no later clock brings the picture back.
alter table picture add column rights_ended_at bigint;
alter table picture add column shown_at bigint;
create unique index picture_source on picture (source_digest);
update picture set shown_at = created_at where id in (select picture_id from story_picture);

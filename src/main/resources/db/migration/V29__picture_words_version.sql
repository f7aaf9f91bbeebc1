-- Which version of a picture its key of words was made of. One that is null, or another than the picture's own, waits for a key: a
-- program of before may have said something else of the picture since.
alter table picture add column words_version integer;
create index picture_words_wait on picture (id) where (words_version is null or words_version <> version);
drop index picture_without_words;

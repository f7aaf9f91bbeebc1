-- The words said of a picture, made comparable, by which the library is searched. Null: not yet. Rows of before get theirs
-- while the newsroom works, and until then what they say is read itself.
alter table picture add column words_key text;
create index picture_without_words on picture (id) where words_key is null;

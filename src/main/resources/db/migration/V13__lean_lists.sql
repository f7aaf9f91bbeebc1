-- The live lists hold many rows for each story. Each list now stands in the order in which it is read, with one index
-- that leads back from the story, in the place of a table, a key and two indexes (${lean}: the rows lie in the key).
create table lean_concept (
  concept_id bigint not null references concept (id),
  story_id bigint not null references story (id),
  edition_id bigint not null,
  published_at bigint not null,
  primary key (concept_id, edition_id, published_at, story_id)
)${lean};
insert into lean_concept select concept_id, story_id, edition_id, published_at from story_concept
  order by concept_id, edition_id, published_at, story_id;
drop table story_concept;
alter table lean_concept rename to story_concept;
create unique index story_concept_story on story_concept (story_id, concept_id);

create table lean_author (
  author_id bigint not null references author (id),
  story_id bigint not null references story (id),
  edition_id bigint not null,
  published_at bigint not null,
  primary key (author_id, edition_id, published_at, story_id)
)${lean};
insert into lean_author select author_id, story_id, edition_id, published_at from story_author
  order by author_id, edition_id, published_at, story_id;
drop table story_author;
alter table lean_author rename to story_author;
create unique index story_author_story on story_author (story_id, author_id);

create table lean_use (
  story_id bigint not null references story (id),
  used_id bigint not null,
  primary key (story_id, used_id)
)${lean};
insert into lean_use select story_id, used_id from story_use order by story_id, used_id;
drop table story_use;
alter table lean_use rename to story_use;
create index story_use_used on story_use (used_id);

create table lean_picture (
  story_id bigint not null references story (id),
  picture_id bigint not null references picture (id),
  primary key (story_id, picture_id)
)${lean};
insert into lean_picture select story_id, picture_id from story_picture order by story_id, picture_id;
drop table story_picture;
alter table lean_picture rename to story_picture;
create index story_picture_picture on story_picture (picture_id);

create table lean_awaits (
  edition_id bigint not null,
  headline_key varchar(300) not null,
  story_id bigint not null references story (id),
  primary key (edition_id, headline_key, story_id)
)${lean};
insert into lean_awaits select edition_id, headline_key, story_id from story_awaits
  order by edition_id, headline_key, story_id;
drop table story_awaits;
alter table lean_awaits rename to story_awaits;
create index story_awaits_story on story_awaits (story_id);

-- Which titles a story arrived under is asked for every act on it: it was found by reading the whole list.
create table lean_headline (
  edition_id bigint not null,
  headline_key varchar(300) not null,
  story_id bigint not null references story (id),
  primary key (edition_id, headline_key, story_id)
)${lean};
insert into lean_headline select edition_id, headline_key, story_id from story_headline
  order by edition_id, headline_key, story_id;
drop table story_headline;
alter table lean_headline rename to story_headline;
create index story_headline_story on story_headline (story_id);

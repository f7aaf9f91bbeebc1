-- One schema for SQLite and PostgreSQL. Instants are epoch milliseconds, digests are lower-case hex SHA-256,
-- ${id} is the database's own 64-bit identity, ${blob} its type for bytes. Every list in the program has a limit
-- and pages by key; the indexes below are the orders in which lists are read.

-- platform ---------------------------------------------------------------------------------------------------
create table setting (
  name varchar(100) not null primary key,
  value text not null
);

create table idempotency (
  key_digest varchar(64) not null primary key,
  request_digest varchar(64) not null,
  status integer not null,
  version_tag varchar(80),
  answer text not null,
  at bigint not null
);
create index idempotency_at on idempotency (at);

-- people -----------------------------------------------------------------------------------------------------
create table staff (
  id ${id},
  name varchar(200) not null,
  role varchar(30) not null,
  created_at bigint not null,
  ended_at bigint
);

create table api_key (
  id ${id},
  staff_id bigint not null references staff (id),
  secret_digest varchar(64) not null unique,
  created_at bigint not null,
  revoked_at bigint
);

create table staff_act (
  seq bigint not null primary key,
  at bigint not null,
  staff_id bigint not null,
  act varchar(40) not null,
  subject varchar(200) not null,
  content_digest varchar(64),
  hash varchar(64) not null
);

-- publication: the log. One head row per chain, updated inside the transaction that appends -------------------
create table chain_head (
  name varchar(20) not null primary key,
  seq bigint not null,
  hash varchar(64) not null
);
insert into chain_head (name, seq, hash) values ('publication', 0, '0000000000000000000000000000000000000000000000000000000000000000');
insert into chain_head (name, seq, hash) values ('staff', 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table publication (
  seq bigint not null primary key,
  at bigint not null,
  act varchar(40) not null,
  subject_kind varchar(20) not null,
  subject_id bigint not null,
  version integer not null,
  actor_id bigint not null,
  note_digest varchar(64),
  content_digest varchar(64),
  hash varchar(64) not null
);
create index publication_subject on publication (subject_kind, subject_id, seq);
create index publication_act on publication (act, seq);

-- address ----------------------------------------------------------------------------------------------------
create table address_code (
  number ${id},
  code varchar(16) unique,
  subject_kind varchar(20) not null,
  subject_id bigint not null,
  at bigint not null,
  unique (subject_kind, subject_id)
);

create table address_path (
  path varchar(1000) not null primary key,
  subject_kind varchar(20) not null,
  subject_id bigint not null,
  at bigint not null
);
create index address_path_subject on address_path (subject_kind, subject_id);

-- media ------------------------------------------------------------------------------------------------------
create table blob (
  digest varchar(64) not null primary key,
  size bigint not null,
  media_type varchar(100) not null,
  at bigint not null,
  destroyed_at bigint
);

create table picture (
  id ${id},
  version integer not null,
  digest varchar(64) references blob (digest),
  width integer,
  height integer,
  caption text,
  alt text,
  credit text,
  copyright text,
  archive boolean not null,
  focal_x integer not null,
  focal_y integer not null,
  created_at bigint not null
);

create table rendition (
  picture_id bigint not null references picture (id),
  width integer not null,
  height integer not null,
  digest varchar(64) not null references blob (digest),
  primary key (picture_id, width)
);

-- story ------------------------------------------------------------------------------------------------------
create table edition (
  id ${id},
  version integer not null,
  code varchar(20) not null unique,
  language varchar(20) not null,
  direction varchar(3) not null,
  name varchar(200) not null,
  motto text,
  time_zone varchar(60) not null,
  "position" integer not null,
  settings text not null,
  created_at bigint not null
);

create table section (
  id ${id},
  version integer not null,
  edition_id bigint not null references edition (id),
  slug varchar(100) not null,
  name varchar(200) not null,
  "position" integer not null,
  unique (edition_id, slug)
);

create table author (
  id ${id},
  version integer not null,
  name varchar(200) not null,
  name_key varchar(200) not null,
  slug varchar(100) not null unique,
  note text
);
create index author_name_key on author (name_key);

create table concept (
  id ${id},
  version integer not null,
  kind varchar(20) not null,
  created_at bigint not null
);

create table concept_label (
  concept_id bigint not null references concept (id),
  language varchar(20) not null,
  label varchar(200) not null,
  label_key varchar(200) not null,
  slug varchar(100) not null,
  primary key (concept_id, language)
);
create index concept_label_key on concept_label (language, label_key);

-- pub_status is null until the first publication; workflow is the other axis. section_id, kind, published_at,
-- updated_at and headline_key repeat the live version for the lists.
create table story (
  id ${id},
  uri varchar(200) not null unique,
  edition_id bigint not null references edition (id),
  family_id bigint,
  code varchar(16),
  workflow varchar(20) not null,
  pub_status varchar(20),
  live_version integer,
  last_version integer not null,
  section_id bigint references section (id),
  kind varchar(20),
  published_at bigint,
  updated_at bigint,
  headline_key varchar(300),
  notice text,
  notice_titled boolean not null,
  withdrawn_at bigint,
  origin text,
  created_at bigint not null
);
create index story_edition on story (edition_id, pub_status, published_at, id);
create index story_section on story (section_id, pub_status, published_at, id);
create index story_family on story (family_id);
create index story_changed on story (edition_id, pub_status, updated_at, id);

create table story_version (
  story_id bigint not null references story (id),
  version integer not null,
  at bigint not null,
  actor_id bigint not null,
  act varchar(40) not null,
  note text,
  content text,
  digest varchar(64) not null,
  destroyed_at bigint,
  primary key (story_id, version)
);

create table story_draft (
  story_id bigint not null primary key references story (id),
  revision integer not null,
  based_on integer not null,
  at bigint not null,
  actor_id bigint not null,
  content text not null,
  digest varchar(64) not null
);

-- The live lists: rows stand here only while the story is usable.
create table story_concept (
  concept_id bigint not null references concept (id),
  story_id bigint not null references story (id),
  edition_id bigint not null,
  published_at bigint not null,
  primary key (concept_id, story_id)
);
create index story_concept_list on story_concept (concept_id, edition_id, published_at, story_id);
create index story_concept_story on story_concept (story_id);

create table story_author (
  author_id bigint not null references author (id),
  story_id bigint not null references story (id),
  edition_id bigint not null,
  published_at bigint not null,
  primary key (author_id, story_id)
);
create index story_author_list on story_author (author_id, edition_id, published_at, story_id);
create index story_author_story on story_author (story_id);

-- What the live version of a story shows: other stories, pictures, titles that still wait for their story.
create table story_use (
  story_id bigint not null references story (id),
  used_id bigint not null,
  primary key (story_id, used_id)
);
create index story_use_used on story_use (used_id);

create table story_picture (
  story_id bigint not null references story (id),
  picture_id bigint not null references picture (id),
  primary key (story_id, picture_id)
);
create index story_picture_picture on story_picture (picture_id);

create table story_awaits (
  edition_id bigint not null,
  headline_key varchar(300) not null,
  story_id bigint not null references story (id),
  primary key (edition_id, headline_key, story_id)
);
create index story_awaits_story on story_awaits (story_id);

-- Every headline a story was published under, so that a waiting title finds it.
create table story_headline (
  edition_id bigint not null,
  headline_key varchar(300) not null,
  story_id bigint not null references story (id),
  primary key (edition_id, headline_key, story_id)
);

-- Corrections as the public reads them.
create table story_correction (
  story_id bigint not null references story (id),
  version integer not null,
  edition_id bigint not null,
  at bigint not null,
  note text not null,
  primary key (story_id, version)
);
create index story_correction_list on story_correction (edition_id, at);

-- wire -------------------------------------------------------------------------------------------------------
create table capture (
  digest varchar(64) not null primary key,
  source text not null,
  story_id bigint references story (id),
  at bigint not null
);

create table story_origin (
  canonical varchar(1000) not null primary key,
  story_id bigint not null references story (id)
);

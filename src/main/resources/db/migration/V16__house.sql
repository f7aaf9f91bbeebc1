-- story: what the newsroom says of itself on pages of its own, such as its imprint. The texts are saved one below the
-- other; live_version is the one that the public reads, shown_at tells when it first read one. A page of an other
-- edition that says the same has the same kind, or for those of no kind the same family (null: its own number).
create table own_page (
  id ${id},
  version integer not null,
  edition_id bigint not null references edition (id),
  kind varchar(20) not null,
  slug varchar(100) not null,
  family_id bigint,
  last_version integer not null,
  live_version integer,
  shown_at bigint,
  created_at bigint not null
);
create index own_page_edition on own_page (edition_id, id);

create table own_page_version (
  page_id bigint not null references own_page (id),
  version integer not null,
  at bigint not null,
  actor_id bigint not null,
  title varchar(200) not null,
  content text not null,
  digest varchar(64) not null,
  primary key (page_id, version)
);

-- What an editor arranged as a menu of an edition; without a row, or with null, it fills itself.
create table menu (
  edition_id bigint not null references edition (id),
  place varchar(10) not null,
  version integer not null,
  at bigint not null,
  entries text,
  primary key (edition_id, place)
);

-- Colours and logos: of an edition, or of all editions that have none of their own (row 0).
create table look (
  edition_id bigint not null primary key,
  version integer not null,
  at bigint not null,
  look text not null
);

-- Logos, icons and style sheets that pages name by the digest of their bytes. They stay, so that a page somebody still
-- has open finds what it names.
create table house_file (
  name varchar(100) not null primary key,
  media_type varchar(100) not null,
  width integer not null,
  height integer not null,
  bytes ${blob} not null,
  digest varchar(64) not null,
  at bigint not null
);

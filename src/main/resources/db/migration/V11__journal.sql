-- story: what writers sent, save by save. A draft is what the saves before it made of it; this is what each of them said.
-- tag_before and tag_after name the state of the text ("last version . revision of the draft"); parts is the JSON of what
-- was sent; kept is the whole text after the save, where a writer named it or a sitting began.
create table story_journal (
  story_id bigint not null references story (id),
  seq bigint not null,
  save_key varchar(40) not null,
  actor_id bigint not null,
  at bigint not null,
  tag_before varchar(40) not null,
  tag_after varchar(40) not null,
  parts text not null,
  kept text,
  name varchar(200),
  digest varchar(64) not null,
  primary key (story_id, seq)
);
create unique index story_journal_key on story_journal (story_id, save_key);
create index story_journal_tag on story_journal (story_id, tag_after);

-- Two writers changed the same words: what stands in the draft is theirs, this is mine, both are kept until somebody
-- who saw both decides.
create table story_conflict (
  id ${id},
  story_id bigint not null references story (id),
  part varchar(60) not null,
  actor_id bigint not null,
  at bigint not null,
  base text,
  mine text,
  theirs text,
  resolved_at bigint,
  resolved_by bigint
);
create index story_conflict_open on story_conflict (story_id, resolved_at, id);

-- Who has a story open; a row older than half a minute means nobody.
create table story_presence (
  story_id bigint not null references story (id),
  window_key varchar(40) not null,
  staff_id bigint not null,
  part varchar(60),
  at bigint not null,
  primary key (story_id, window_key)
);
create index story_presence_at on story_presence (at);

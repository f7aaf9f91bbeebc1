-- What was imported as a draft and nobody has taken in yet (INCOMING), and what was discarded (DISCARDED); the row stays
-- when the story was taken in, with the state that follows then (DRAFT). edition_id and section_id are those of the newest
-- text, host is where the capture came from, doubts is how many nobody has settled. Each index is the order of one list.
create table story_incoming (
  story_id bigint not null primary key references story (id),
  state varchar(20) not null,
  edition_id bigint not null,
  section_id bigint,
  at bigint not null,
  host varchar(200) not null,
  doubts integer not null,
  doubtful boolean not null,
  reason text,
  decided_by bigint,
  decided_at bigint
);
create index story_incoming_all on story_incoming (state, at, story_id);
create index story_incoming_edition on story_incoming (edition_id, state, at, story_id);
create index story_incoming_section on story_incoming (section_id, state, at, story_id);
create index story_incoming_host on story_incoming (state, host, at, story_id);
create index story_incoming_doubtful on story_incoming (state, doubtful, at, story_id);

-- The account of each capture that became a story: gzip of its JSON, with the SHA-256 of those bytes. concepts are the
-- numbers of the concepts that were found, in the order of the account. Without its bytes it was lawfully destroyed.
create table story_import (
  capture varchar(64) not null primary key,
  story_id bigint not null references story (id),
  at bigint not null,
  concepts text not null,
  ledger ${blob},
  digest varchar(64) not null,
  destroyed_at bigint
);
create index story_import_story on story_import (story_id, at);

-- What somebody settled about a part of a capture: a line by its number in the account, a concept by its place there.
create table import_decision (
  capture varchar(64) not null,
  part varchar(20) not null,
  decision varchar(20) not null,
  detail varchar(200),
  staff_id bigint not null,
  at bigint not null,
  primary key (capture, part)
);

-- story: what is decided about its future. plan says whether a version waits for its instant (SCHEDULED, EMBARGOED) and
-- plan_at for which; the text of that version stands in story_plan, as it was when it was decided. expires_at is when
-- the public may read the story no longer, expired_at when that happened.
alter table story add column plan varchar(20);
alter table story add column plan_at bigint;
alter table story add column expires_at bigint;
alter table story add column expired_at bigint;

create table story_plan (
  story_id bigint not null primary key references story (id),
  revision integer not null,
  at bigint not null,
  actor_id bigint not null,
  note text,
  content text not null,
  digest varchar(64) not null
);

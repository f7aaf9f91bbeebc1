-- The desk lists stories by their workflow state, the last touched first: all of them, those of an edition, of a section,
-- of a member of staff. The section and the key of the headline are those of the newest text; where there is no draft,
-- the key is the published headline's.
alter table story add column touched_at bigint not null default 0;
alter table story add column desk_section_id bigint;
alter table story add column desk_key varchar(300);
update story set touched_at = coalesce(updated_at, created_at), desk_section_id = section_id;
update story set
  touched_at = (select at from story_draft where story_id = story.id),
  desk_section_id = (select ${section_of_content} from story_draft where story_id = story.id),
  desk_key = (select substr(lower(coalesce(${headline_of_content}, '')), 1, 300) from story_draft where story_id = story.id)
  where id in (select story_id from story_draft);
create index story_desk on story (workflow, touched_at, id);
create index story_desk_edition on story (edition_id, workflow, touched_at, id);
create index story_desk_section on story (desk_section_id, workflow, touched_at, id);

alter table story_staff add column workflow varchar(20) not null default 'DRAFT';
alter table story_staff add column touched_at bigint not null default 0;
update story_staff set
  workflow = (select workflow from story where id = story_id),
  touched_at = (select touched_at from story where id = story_id);
create index story_staff_desk on story_staff (staff_id, workflow, touched_at, story_id);

-- Links by which somebody without an account sees one text of a story: only the digest of the secret is kept.
create table story_preview (
  id ${id},
  secret_digest varchar(64) not null unique,
  story_id bigint not null references story (id),
  version integer not null,
  actor_id bigint not null,
  created_at bigint not null,
  ends_at bigint not null,
  revoked_at bigint
);
create index story_preview_story on story_preview (story_id, id);

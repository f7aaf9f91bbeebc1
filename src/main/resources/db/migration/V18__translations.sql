-- The newsroom knows of every story which text it translates (by its newest text, drafts too), and which version last said
-- other words: only that leaves translations behind. A story that was moved or given another address says the same.
alter table story add column translated_from_id bigint;
alter table story add column translated_version integer;
alter table story add column text_version integer;
update story set text_version = (select max(version) from story_version
  where story_id = story.id and act not in ('MOVED', 'SLUG_CHANGED'));
update story set
  translated_from_id = (select ${original_of_content} from story_version
    where story_id = story.id and version = story.live_version),
  translated_version = (select ${translated_version_of_content} from story_version
    where story_id = story.id and version = story.live_version)
  where live_version is not null;
update story set
  translated_from_id = (select ${original_of_content} from story_draft where story_id = story.id),
  translated_version = (select ${translated_version_of_content} from story_draft where story_id = story.id)
  where id in (select story_id from story_draft);
update story set family_id = coalesce(
  (select coalesce(original.family_id, original.id) from story original where original.id = story.translated_from_id),
  family_id)
  where pub_status is null and translated_from_id is not null;
create index story_original on story (translated_from_id);
create index story_translations on story (workflow, touched_at, id) where translated_from_id is not null;

-- The slug of the live version beside the other columns for lists, so that a sitemap need not read what stories say.
alter table story add column slug varchar(80);
update story set slug = (
  select ${slug_of_content} from story_version
  where story_version.story_id = story.id and story_version.version = story.live_version);

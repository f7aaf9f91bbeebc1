-- Where a text of a story is destroyed, what was captured of it goes with it: a marked gap (blob.destroyed_at) whose bytes
-- are gone. What was destroyed before is marked here, and its bytes go when the newsroom opens.
create index capture_story on capture (story_id);
update blob set destroyed_at = (
    select max(v.destroyed_at) from capture c join story_version v on v.story_id = c.story_id
      where c.digest = blob.digest and v.destroyed_at >= c.at)
  where destroyed_at is null and digest in (
    select c.digest from story_version v join capture c on c.story_id = v.story_id where v.destroyed_at >= c.at);
create index blob_destroyed on blob (digest) where destroyed_at is not null;

-- The blocks of a text by the ids that the account calls them, as "b1=b4 b2=b5", where they got others: a page captured anew
-- is a new draft of a story whose earlier blocks keep theirs.
alter table story_import add column blocks text;

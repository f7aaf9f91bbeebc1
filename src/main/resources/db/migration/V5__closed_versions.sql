-- A published version may be closed to public comparison; that it is closed is shown.
alter table story_version add column closed_at bigint;

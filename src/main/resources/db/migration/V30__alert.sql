-- The line over every page of an edition that tells its readers what is urgent, until an instant. Without a row, or with
-- a text that is null, there is none; the number of versions goes on.
create table alert (
  edition_id bigint not null primary key references edition (id),
  version integer not null,
  text varchar(200),
  story_id bigint references story (id),
  since bigint,
  ends_at bigint
);
create index alert_story on alert (story_id);

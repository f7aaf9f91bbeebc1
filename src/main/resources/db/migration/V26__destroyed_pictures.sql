-- A picture that was lawfully destroyed: its row stays as a marked gap with the digest of the bytes that are gone, its words are
-- taken out, and nothing gives it rights again.
alter table picture add column destroyed_at bigint;
create index picture_destroyed on picture (id) where destroyed_at is not null;
create index picture_digest on picture (digest);

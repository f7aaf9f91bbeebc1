-- people: who signs in, what they are and where. A row without an e-mail address is a key for programs.
alter table staff add column email varchar(254);
alter table staff add column email_key varchar(254);
alter table staff add column language varchar(20);
-- Argon2id, in the PHC string form.
alter table staff add column password_hash varchar(200);
alter table staff add column password_at bigint;
-- The secret of the one-time codes, sealed; since when it is confirmed; the last time step that was used.
alter table staff add column totp_secret varchar(200);
alter table staff add column totp_at bigint;
alter table staff add column totp_step bigint;
-- Who they are in bylines.
alter table staff add column author_id bigint;
-- Whether single letters are commands on their screens.
alter table staff add column single_keys boolean not null default true;
alter table staff add column seen_at bigint;
create unique index staff_email on staff (email_key);

-- A role, and where it holds: edition 0 is the whole newsroom, section 0 the whole edition.
create table staff_grant (
  staff_id bigint not null references staff (id),
  role varchar(30) not null,
  edition_id bigint not null,
  section_id bigint not null,
  primary key (staff_id, role, edition_id, section_id)
);
insert into staff_grant (staff_id, role, edition_id, section_id) select id, role, 0, 0 from staff;
alter table staff drop column role;

-- Whose a story is: who began it, and to whom it was given.
create table story_staff (
  story_id bigint not null references story (id),
  staff_id bigint not null,
  primary key (story_id, staff_id)
);
create index story_staff_of on story_staff (staff_id, story_id);

-- Only the digest of a session's secret is kept. proved_at is when its holder last showed who they are.
create table staff_session (
  id ${id},
  secret_digest varchar(64) not null unique,
  staff_id bigint not null references staff (id),
  created_at bigint not null,
  seen_at bigint not null,
  proved_at bigint not null,
  ends_at bigint not null,
  ended_at bigint,
  agent varchar(200) not null,
  address varchar(60) not null
);
create index staff_session_of on staff_session (staff_id, ended_at, ends_at);

create table passkey (
  id ${id},
  staff_id bigint not null references staff (id),
  credential_id varchar(1400) not null unique,
  credential text not null,
  sign_count bigint not null,
  label varchar(100) not null,
  created_at bigint not null,
  used_at bigint
);
create index passkey_of on passkey (staff_id);

create table recovery_code (
  staff_id bigint not null references staff (id),
  code_digest varchar(64) not null,
  used_at bigint,
  primary key (staff_id, code_digest)
);

-- Somebody is asked to join; the grants are given when they do. Only the digest of the link's secret is kept.
create table invitation (
  id ${id},
  secret_digest varchar(64) not null unique,
  email varchar(254) not null,
  name varchar(200) not null,
  grants text not null,
  invited_by bigint not null,
  created_at bigint not null,
  ends_at bigint not null,
  used_at bigint,
  withdrawn_at bigint
);

-- people: how far a session has come: code (a second factor is to be shown), factor (one is to be set up) or in; and how
-- often a wrong one was shown in it.
alter table staff_session add column stage varchar(20) not null default 'in';
alter table staff_session add column failures integer not null default 0;

-- The secret of an app that waits for its first code, sealed.
alter table staff add column totp_pending varchar(200);

-- Answers to challenges of passkeys that were taken, until the challenge runs out: none is taken twice.
create table passkey_answer (
  challenge_digest varchar(64) not null primary key,
  ends_at bigint not null
);

-- Somebody who cannot sign in sets a new password by a link. Only the digest of its secret is kept.
create table password_reset (
  secret_digest varchar(64) not null primary key,
  staff_id bigint not null references staff (id),
  ends_at bigint not null,
  used_at bigint
);
create index password_reset_of on password_reset (staff_id);

-- The order in which the journal is read, narrowed to one person or one kind of act.
create index staff_act_of on staff_act (staff_id, seq);
create index staff_act_kind on staff_act (act, seq);

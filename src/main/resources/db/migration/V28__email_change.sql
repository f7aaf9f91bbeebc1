-- people: somebody chose another e-mail address, which counts once a link that was sent there is followed. Only the digest
-- of the link's secret is kept; there is one such wish of a person at a time.
create table email_change (
  staff_id bigint not null primary key references staff (id),
  secret_digest varchar(64) not null unique,
  email varchar(254) not null,
  ends_at bigint not null
);

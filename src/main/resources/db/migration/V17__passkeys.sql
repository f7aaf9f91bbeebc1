-- people: passkeys. Nothing wrote into the table of this name so far.
drop table passkey;
create table passkey (
  id ${id},
  staff_id bigint not null references staff (id),
  -- By what the authenticator knows it, and by what it knows its holder: random bytes, URL-safe Base64.
  credential_id varchar(1400) not null unique,
  handle varchar(90) not null,
  -- Attested credential data (Web Authentication Level 3, section 6.5.1) with the public key, URL-safe Base64.
  credential text not null,
  sign_count bigint not null,
  may_sync boolean not null,
  synced boolean not null,
  -- Over what its authenticator is reached, such as 'internal hybrid'.
  transports varchar(200) not null,
  label varchar(100) not null,
  created_at bigint not null,
  used_at bigint
);
create index passkey_of on passkey (staff_id);

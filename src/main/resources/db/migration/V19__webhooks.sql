-- Programs elsewhere that are told what becomes public. log_seq is the last number of the publication log that was
-- delivered or does not concern it. One process at a time holds a webhook (held_by, until held_until).
create table webhook (
  id ${id},
  version integer not null,
  name varchar(200) not null,
  address varchar(2000) not null,
  -- labels of events, and codes of editions, parted by spaces; no code: all editions
  events varchar(1000) not null,
  editions varchar(2000) not null,
  -- sealed; the one before it signs as well until old_until
  secret varchar(400) not null,
  old_secret varchar(400),
  old_until bigint,
  state varchar(20) not null,
  state_at bigint not null,
  -- when the administrators were told that it was given up
  told_at bigint,
  log_seq bigint not null,
  attempts integer not null,
  failing_since bigint,
  next_at bigint not null,
  held_by varchar(40),
  held_until bigint not null,
  -- digest of the form it was made with, so that a form is taken once
  form_digest varchar(64) unique,
  created_at bigint not null
);

-- The last requests to each of them. Without log_seq it was a test.
create table webhook_delivery (
  id ${id},
  webhook_id bigint not null references webhook (id),
  log_seq bigint,
  message varchar(100) not null,
  event varchar(60) not null,
  cause varchar(10) not null,
  at bigint not null,
  attempt integer not null,
  millis bigint not null,
  -- of the answer; without one the failure says why, as a key of the messages with one word
  status integer,
  answer varchar(500),
  failure varchar(60),
  failure_word varchar(300)
);
create index webhook_delivery_of on webhook_delivery (webhook_id, id);

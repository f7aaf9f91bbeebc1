-- What an editor arranged on the front of an edition; without a row it is filled automatically.
create table front (
  edition_id bigint not null primary key references edition (id),
  version integer not null,
  at bigint not null,
  plan text
);

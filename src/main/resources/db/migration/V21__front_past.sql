-- Every arrangement of a front, so that what somebody arranged is not lost under what somebody else does.
create table front_past (
  edition_id bigint not null references edition (id),
  version integer not null,
  at bigint not null,
  staff_id bigint not null,
  plan text,
  primary key (edition_id, version)
)${lean};
insert into front_past (edition_id, version, at, staff_id, plan) select edition_id, version, at, 0, plan from front;

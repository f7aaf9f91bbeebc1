-- A section may have an arranged front, too: what stands above its list. Row 0 of an edition is its own front.
create table every_front (
  edition_id bigint not null references edition (id),
  section_id bigint not null,
  version integer not null,
  at bigint not null,
  plan text,
  primary key (edition_id, section_id)
);
insert into every_front (edition_id, section_id, version, at, plan) select edition_id, 0, version, at, plan from front;
drop table front;
alter table every_front rename to front;

create table every_front_past (
  edition_id bigint not null references edition (id),
  section_id bigint not null,
  version integer not null,
  at bigint not null,
  staff_id bigint not null,
  plan text,
  primary key (edition_id, section_id, version)
)${lean};
insert into every_front_past (edition_id, section_id, version, at, staff_id, plan)
  select edition_id, 0, version, at, staff_id, plan from front_past;
drop table front_past;
alter table every_front_past rename to front_past;

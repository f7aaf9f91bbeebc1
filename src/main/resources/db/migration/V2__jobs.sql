-- jobs: what must happen at an instant. A row stands here until it is done; its removal is the mark that it was done,
-- in the transaction of the act itself. due_at is when it should happen, run_at when it is tried next.
create table job (
  kind varchar(40) not null,
  subject_id bigint not null,
  due_at bigint not null,
  run_at bigint not null,
  attempts integer not null,
  failure text,
  parked_at bigint,
  primary key (kind, subject_id)
);
create index job_run on job (parked_at, run_at, kind, subject_id);
create index job_due on job (due_at, kind, subject_id);
create index job_subject on job (subject_id);

-- Editions that are there already begin their next day at the first start.
insert into job (kind, subject_id, due_at, run_at, attempts)
select 'MIDNIGHT', id, 0, 0, 0 from edition;

-- The last run of each audit, so that replicas don't repeat each other and all tell the same.
-- Nothing is known of rows and findings until a run has ended.
create table audit_run (
  audit       varchar(50) not null primary key,
  started_at  timestamptz not null,
  finished_at timestamptz,
  rows_seen   bigint,
  findings    bigint,
  examples    jsonb,
  constraint ck_audit_run_told check (
    (finished_at is null) = (rows_seen is null)
    and (finished_at is null) = (findings is null)
    and (finished_at is null) = (examples is null))
);

set local lock_timeout = '5s';

-- Wrong passwords in a row over all addresses: of an account, or of an identifier that none has.
create table consecutive_failures (
  subject         varchar(320) not null primary key,
  account_id      uuid,
  failures        int          not null,
  last_failure_at timestamptz  not null,
  constraint ck_consecutive_failures_counted check (failures >= 0)
);

create index ix_consecutive_failures_last on consecutive_failures (last_failure_at);

-- Each use of something that is limited to so many in a time, e.g. one code sent to one address.
create table quota_use (
  id      bigint       not null primary key generated always as identity,
  bucket  varchar(300) not null,
  used_at timestamptz  not null
);

create index ix_quota_use_bucket on quota_use (bucket, used_at);
create index ix_quota_use_used on quota_use (used_at);

create table failed_logins (
  subject         varchar(320) not null primary key,
  failures        int          not null,
  last_failure_at timestamptz  not null,
  blocked_until   timestamptz,
  constraint ck_failed_logins_counted check (failures >= 0)
);

create index ix_failed_logins_last on failed_logins (last_failure_at);

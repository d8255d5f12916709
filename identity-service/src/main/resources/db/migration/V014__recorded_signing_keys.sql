set local lock_timeout = '5s';

-- The signing keys as the audit trail last told of them, by their ids; one row for all replicas.
create table recorded_signing_keys (
  id        uuid   not null primary key,
  published text[] not null,
  signing   text   not null
);

create unique index uq_recorded_signing_keys_one on recorded_signing_keys ((true));

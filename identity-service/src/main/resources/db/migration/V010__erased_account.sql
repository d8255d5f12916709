set local lock_timeout = '5s';

-- What is left of a deleted account: others know its id, and that nothing older than this is true.
create table erased_account (
  id        uuid        not null primary key,
  version   bigint      not null,
  role      varchar(10) not null,
  erased_at timestamptz not null
);

create table idempotent_reply (
  caller       varchar(100) not null,
  key          varchar(255) not null,
  operation    varchar(100) not null,
  request_hash bytea       not null,
  status       int         not null,
  body         jsonb       not null,
  created_at   timestamptz not null,
  constraint pk_idempotent_reply primary key (caller, operation, key)
);

create index ix_idempotent_reply_created on idempotent_reply (created_at);

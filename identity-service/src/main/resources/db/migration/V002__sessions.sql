create table session (
  id                  uuid        not null primary key,
  account_id          uuid        not null,
  client_address      varchar(45) not null,
  user_agent          varchar(255),
  created_at          timestamptz not null,
  last_used_at        timestamptz not null,
  expires_at          timestamptz not null,
  absolute_expires_at timestamptz not null,
  ended_at            timestamptz,
  end_reason          varchar(20),
  constraint fk_session_account foreign key (account_id) references account (id) on delete cascade,
  constraint ck_session_expires_by_its_end check (expires_at <= absolute_expires_at),
  constraint ck_session_end_has_reason check ((ended_at is null) = (end_reason is null))
);

create index ix_session_account on session (account_id);
create index ix_session_expired on session (expires_at);

-- A token itself is never stored, only its SHA-256; a child is derived from its parent and the salt.
create table refresh_token (
  hash       varchar(43) not null primary key,
  session_id uuid        not null,
  created_at timestamptz not null,
  used_at    timestamptz,
  child_salt bytea,
  constraint fk_refresh_token_session foreign key (session_id) references session (id)
    on delete cascade,
  constraint ck_refresh_token_only_parents_have_salt check (child_salt is null or used_at is not null)
);

create unique index uq_refresh_token_unused on refresh_token (session_id) where used_at is null;
create unique index uq_refresh_token_replayable on refresh_token (session_id)
  where child_salt is not null;
create index ix_refresh_token_session on refresh_token (session_id);

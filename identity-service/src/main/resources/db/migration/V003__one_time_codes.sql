-- A code for an identifier that no account has is kept too (account_id is null): it can't be
-- guessed, and to a stranger it behaves as any other.
create table one_time_code (
  id         uuid         not null primary key,
  account_id uuid,
  channel    varchar(5)   not null,
  identifier varchar(254) not null,
  purpose    varchar(10)  not null,
  code_hash  bytea        not null,
  tries_left int          not null,
  issued_at  timestamptz  not null,
  expires_at timestamptz  not null,
  closed_at  timestamptz,
  constraint fk_one_time_code_account foreign key (account_id) references account (id)
    on delete cascade,
  constraint ck_one_time_code_channel check (channel in ('EMAIL', 'SMS')),
  constraint ck_one_time_code_purpose check (purpose in ('VERIFY', 'RESET')),
  constraint ck_one_time_code_tries_left check (tries_left >= 0),
  constraint ck_one_time_code_spent_is_closed check (tries_left > 0 or closed_at is not null)
);

create unique index uq_one_time_code_open on one_time_code (identifier, purpose)
  where closed_at is null;
create index ix_one_time_code_account on one_time_code (account_id);
create index ix_one_time_code_expired on one_time_code (expires_at);

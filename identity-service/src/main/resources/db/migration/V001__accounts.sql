create table account (
  id             uuid         not null primary key,
  version        bigint       not null,
  email          varchar(254) not null,
  phone          varchar(16),
  full_name      varchar(100) not null,
  password_hash  varchar(255) not null,
  role           varchar(10)  not null,
  status         varchar(10)  not null,
  email_verified boolean      not null,
  phone_verified boolean      not null,
  created_at     timestamptz  not null,
  last_login_at  timestamptz,
  constraint uq_account_phone unique (phone),
  constraint ck_account_email_ascii check (email ~ '^[!-~]+$'),
  constraint ck_account_phone_e164 check (phone ~ '^\+[1-9][0-9]{7,14}$'),
  constraint ck_account_role check (role in ('CUSTOMER', 'OWNER', 'ADMIN')),
  constraint ck_account_status check (status in ('ACTIVE', 'SUSPENDED')),
  constraint ck_account_verified_phone_exists check (phone is not null or not phone_verified)
);

create unique index uq_account_email on account (lower(email));
create index ix_account_role on account (role, id);

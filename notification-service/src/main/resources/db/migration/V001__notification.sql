-- Replica of accounts, as identity.user.v1 tells them.
create table contact (
  user_id        uuid         not null primary key,
  version        bigint       not null,
  email          varchar(254),
  phone          varchar(16),
  full_name      varchar(100),
  role           varchar(20)  not null,
  status         varchar(20)  not null,
  phone_verified boolean      not null
);

-- One row for each event, recipient and channel: the plan, then the log.
create table delivery (
  id              uuid         not null primary key,
  event_id        varchar(255) not null,
  recipient       varchar(254) not null,
  channel         varchar(10)  not null,
  user_id         uuid,
  address         varchar(254),
  notice          varchar(60)  not null,
  kind            varchar(20)  not null,
  urgent          boolean      not null,
  facts           text         not null,
  sealed_code     text,
  expires_at      timestamptz,
  status          varchar(10)  not null,
  attempts        int          not null,
  next_attempt_at timestamptz  not null,
  claim           uuid,
  reason          varchar(500),
  reference       varchar(200),
  request_id      varchar(128) not null,
  created_at      timestamptz  not null,
  updated_at      timestamptz  not null,
  sent_at         timestamptz,
  constraint uq_delivery_event_recipient_channel unique (event_id, recipient, channel),
  constraint ck_delivery_facts check (facts is json object),
  constraint ck_delivery_channel check (channel in ('email', 'sms')),
  constraint ck_delivery_status check (status in ('pending', 'sent', 'failed', 'skipped')),
  constraint ck_delivery_sent check ((status = 'sent') = (sent_at is not null)),
  constraint ck_delivery_reachable check (user_id is not null or address is not null),
  -- A code outlives neither its sending nor its skipping, not even encrypted.
  constraint ck_delivery_code_wiped check (
    sealed_code is null or (status in ('pending', 'failed') and expires_at is not null))
);

create index ix_delivery_due on delivery (channel, urgent desc, next_attempt_at)
  where status = 'pending';
create index ix_delivery_code on delivery (expires_at) where sealed_code is not null;
create index ix_delivery_newest on delivery (created_at desc, id desc);
create index ix_delivery_user on delivery (user_id) where user_id is not null;
create index ix_delivery_address on delivery (lower(address));

create table notification (
  id         uuid         not null primary key,
  event_id   varchar(255) not null,
  user_id    uuid         not null,
  kind       varchar(20)  not null,
  notice     varchar(60)  not null,
  title      varchar(200) not null,
  body       varchar(500) not null,
  link       varchar(500) not null,
  created_at timestamptz  not null,
  read_at    timestamptz,
  constraint uq_notification_event_user unique (event_id, user_id)
);

create index ix_notification_user on notification (user_id, created_at desc, id desc);
create index ix_notification_unread on notification (user_id) where read_at is null;

-- Only what a person chose differently from the defaults.
create table preference (
  user_id uuid        not null,
  kind    varchar(20) not null,
  channel varchar(10) not null,
  enabled boolean     not null,
  constraint pk_preference primary key (user_id, kind, channel),
  constraint ck_preference_channel check (channel in ('email', 'sms', 'in_app')),
  constraint ck_preference_kind check (kind in ('account', 'listing', 'booking', 'enquiry'))
);

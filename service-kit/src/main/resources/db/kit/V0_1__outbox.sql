-- Columns of the first group are named as Debezium's outbox event router expects them.
create table outbox (
  id            uuid        not null primary key,
  aggregatetype varchar(100) not null,
  aggregateid   varchar(100) not null,
  type          varchar(200) not null,
  payload       jsonb       not null,

  position      bigint      not null generated always as identity,
  occurred_at   timestamptz not null,
  traceparent   varchar(55) not null,
  request_id    varchar(128) not null,
  published_at  timestamptz
);

create unique index ix_outbox_unpublished on outbox (position) where published_at is null;
create index ix_outbox_published on outbox (published_at) where published_at is not null;

create function wake_outbox_relay() returns trigger language plpgsql as $$
begin
  notify outbox;
  return null;
end $$;

create trigger tr_outbox_wakes_relay after insert on outbox
  for each statement execute function wake_outbox_relay();

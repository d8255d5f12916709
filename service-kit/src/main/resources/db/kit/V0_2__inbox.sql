create table inbox (
  consumer    varchar(100) not null,
  event_id    varchar(255) not null,
  received_at timestamptz not null default now(),
  constraint pk_inbox primary key (consumer, event_id)
);

create index ix_inbox_received on inbox (received_at);

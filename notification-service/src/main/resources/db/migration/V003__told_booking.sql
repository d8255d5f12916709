set local lock_timeout = '5s';

-- The newest version of each booking that somebody was told of.
create table told_booking (
  booking_id uuid        not null primary key,
  version    bigint      not null,
  told_at    timestamptz not null
);

create index ix_told_booking_told on told_booking (told_at);

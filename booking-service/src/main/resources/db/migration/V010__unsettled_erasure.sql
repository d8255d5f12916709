set local lock_timeout = '5s';

-- Erased people whose bookings nobody has dealt with yet.
create table unsettled_erasure (
  customer_id uuid        not null primary key,
  noted_at    timestamptz not null
);

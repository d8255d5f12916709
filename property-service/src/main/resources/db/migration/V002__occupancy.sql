-- What bookings take of a listing, as the booking events tell; ended ones stay, so that an older
-- state that arrives again is recognised.
create table occupancy (
  booking_id uuid    not null primary key,
  listing_id uuid    not null,
  version    bigint  not null,
  holding    boolean not null,
  unit       varchar(10) not null,
  quantity   int     not null,
  start_date date    not null,
  end_date   date    not null,
  constraint ck_occupancy_unit check (unit in ('seat', 'cabin')),
  constraint ck_occupancy_quantity check (quantity > 0),
  constraint ck_occupancy_dates check (start_date < end_date)
);

create index ix_occupancy_listing on occupancy (listing_id, end_date, start_date) where holding;

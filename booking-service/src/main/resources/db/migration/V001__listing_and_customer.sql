-- Replicas of other services' state, each applied by its version.
create table listing (
  id               uuid         not null primary key,
  version          bigint       not null,
  owner_id         uuid         not null,
  name             varchar(200) not null,
  type             varchar(50)  not null,
  city             varchar(100) not null,
  price_per_seat   numeric(12, 2),
  price_per_cabin  numeric(12, 2),
  price_per_month  numeric(12, 2),
  price_per_day    numeric(12, 2),
  currency         varchar(3)      not null,
  bookable_seats   int,
  total_cabins     int,
  time_zone        varchar(64)  not null,
  status           varchar(20)  not null,
  -- Whether the bookings of an archived listing have been dealt with.
  bookings_settled boolean      not null default false,
  constraint ck_listing_capacity check (bookable_seats >= 0 and total_cabins >= 0)
);

create index ix_listing_unsettled on listing (id) where status = 'ARCHIVED' and not bookings_settled;

create table customer (
  id        uuid         not null primary key,
  version   bigint       not null,
  full_name varchar(100),
  email     varchar(254),
  phone     varchar(16)
);

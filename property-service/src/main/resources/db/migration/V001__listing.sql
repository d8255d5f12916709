create extension if not exists pg_trgm;

create table listing (
  id               uuid         not null primary key,
  owner_id         uuid         not null,
  version          bigint       not null,

  name             varchar(200) not null,
  type             varchar(20)  not null,
  description      text,
  city             varchar(100) not null,
  area             varchar(100),
  address          varchar(500) not null,
  latitude         numeric,
  longitude        numeric,
  price_per_seat   numeric(12,2),
  price_per_cabin  numeric(12,2),
  price_per_month  numeric(12,2),
  price_per_day    numeric(12,2),
  currency         varchar(3)   not null,
  amenities        jsonb        not null,
  images           jsonb        not null,
  total_seats      int,
  total_cabins     int,
  withheld_seats   int          not null,
  time_zone        varchar(64)  not null,

  status           varchar(10)  not null,
  rejection_reason varchar(1000),
  submitted_at     timestamptz  not null,
  approved_at      timestamptz,
  rejected_at      timestamptz,
  archived_at      timestamptz,
  created_at       timestamptz  not null,
  updated_at       timestamptz  not null,

  -- What search compares: folded by the service, so that it doesn't depend on the database's locale.
  city_key         text         not null,
  area_key         text,
  amenity_keys     jsonb        not null,
  search_text      text         not null,
  lowest_price     numeric(12,2) generated always as
                     (least(price_per_seat, price_per_cabin, price_per_month, price_per_day)) stored,

  constraint ck_listing_type check (type in
    ('coworking', 'coliving', 'virtual_office', 'private_office', 'meeting_room', 'event_space')),
  constraint ck_listing_status check (status in ('pending', 'approved', 'rejected', 'archived')),
  constraint ck_listing_named check (name ~ '\S' and city ~ '\S' and address ~ '\S'),
  constraint ck_listing_description_length check (length(description) <= 5000),
  constraint ck_listing_located check ((latitude is null) = (longitude is null)),
  constraint ck_listing_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint ck_listing_prices check (
    price_per_seat between 0 and 100000000 and price_per_cabin between 0 and 100000000
    and price_per_month between 0 and 100000000 and price_per_day between 0 and 100000000),
  constraint ck_listing_seats check (total_seats between 1 and 100000),
  constraint ck_listing_cabins check (total_cabins between 1 and 100000),
  constraint ck_listing_withheld check (withheld_seats between 0 and coalesce(total_seats, 0)),
  constraint ck_listing_amenities check (
    jsonb_typeof(amenities) = 'array' and jsonb_array_length(amenities) <= 50),
  constraint ck_listing_images check (
    jsonb_typeof(images) = 'array' and jsonb_array_length(images) <= 20),
  constraint ck_listing_decided check (
    (status = 'approved') = (approved_at is not null and status <> 'archived')
    and (status = 'rejected') = (rejected_at is not null and status <> 'archived')
    and (status = 'archived') = (archived_at is not null)),
  constraint ck_listing_rejection_has_reason check (
    status <> 'rejected' or rejection_reason ~ '\S')
);

-- Public search sees approved listings alone, so its indexes hold nothing else.
create index ix_listing_newest on listing (created_at desc, id desc) where status = 'approved';
create index ix_listing_city on listing (city_key, created_at desc) where status = 'approved';
create index ix_listing_area on listing (area_key) where status = 'approved';
create index ix_listing_type on listing (type, created_at desc) where status = 'approved';
create index ix_listing_lowest_price on listing (lowest_price, id) where status = 'approved';
create index ix_listing_highest_price on listing (lowest_price desc nulls last, id)
  where status = 'approved';
create index ix_listing_price_per_seat on listing (price_per_seat) where status = 'approved';
create index ix_listing_price_per_cabin on listing (price_per_cabin) where status = 'approved';
create index ix_listing_price_per_month on listing (price_per_month) where status = 'approved';
create index ix_listing_price_per_day on listing (price_per_day) where status = 'approved';
create index ix_listing_location on listing (latitude, longitude) where status = 'approved';
create index ix_listing_amenity_keys on listing using gin (amenity_keys jsonb_path_ops)
  where status = 'approved';
create index ix_listing_search_text on listing using gin (search_text gin_trgm_ops)
  where status = 'approved';

create index ix_listing_owner on listing (owner_id, created_at desc);
create index ix_listing_status on listing (status, submitted_at);

create table listing_decision (
  id         uuid        not null primary key,
  listing_id uuid        not null,
  decision   varchar(10) not null,
  reason     varchar(1000),
  decided_by uuid        not null,
  decided_at timestamptz not null,
  constraint fk_listing_decision_listing foreign key (listing_id) references listing (id),
  constraint ck_listing_decision_decision check (decision in ('approved', 'rejected'))
);

create index ix_listing_decision_listing on listing_decision (listing_id, decided_at);

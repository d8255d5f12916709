create table booking (
  id                  uuid           not null primary key,
  version             int            not null,
  status              varchar(20)    not null,
  property_id         uuid           not null,
  property_name       varchar(200)   not null,
  property_type       varchar(50)    not null,
  property_city       varchar(100)   not null,
  owner_id            uuid           not null,
  customer_id         uuid           not null,
  customer_name       varchar(100),
  customer_email      varchar(254),
  customer_phone      varchar(16),
  booking_type        varchar(20)    not null,
  quantity            int            not null,
  start_date          date           not null,
  end_date            date           not null,
  total_amount        numeric(17, 2) not null,
  currency            varchar(3)        not null,
  notes               varchar(5000),
  hold_expires_at     timestamptz,
  cancelled_by        varchar(20),
  cancellation_reason varchar(1000),
  created_at          timestamptz    not null,
  updated_at          timestamptz    not null,
  confirmed_at        timestamptz,
  cancelled_at        timestamptz,
  constraint fk_booking_listing foreign key (property_id) references listing (id),
  constraint ck_booking_status check (status in ('PENDING', 'CONFIRMED', 'CANCELLED')),
  constraint ck_booking_type check (booking_type in ('DAY', 'SEAT', 'CABIN', 'MONTH')),
  constraint ck_booking_quantity check (quantity between 1 and 10000),
  constraint ck_booking_stay check (end_date > start_date),
  constraint ck_booking_total check (total_amount >= 0),
  constraint ck_booking_hold check ((status = 'PENDING') = (hold_expires_at is not null)),
  constraint ck_booking_cancellation check (
    (status = 'CANCELLED') = (cancelled_at is not null)
    and (cancelled_at is null) = (cancelled_by is null)
    and (cancelled_by is null or cancelled_by in ('CUSTOMER', 'OWNER', 'ADMIN', 'SYSTEM'))),
  constraint ck_booking_confirmation check (status <> 'CONFIRMED' or confirmed_at is not null)
);

create index ix_booking_customer on booking (customer_id, id desc);
create index ix_booking_owner on booking (owner_id, id desc);
create index ix_booking_hold on booking (hold_expires_at) where status = 'PENDING';
create index ix_booking_unsettled on booking (property_id, start_date) where status <> 'CANCELLED';

-- One row for each day that somebody has booked. No capacity means no limit.
create table inventory (
  property_id uuid        not null,
  kind        varchar(10) not null,
  day         date        not null,
  capacity    int,
  booked      int         not null,
  constraint pk_inventory primary key (property_id, kind, day),
  constraint fk_inventory_listing foreign key (property_id) references listing (id),
  constraint ck_inventory_kind check (kind in ('SEAT', 'CABIN')),
  constraint ck_inventory_not_oversold check (booked >= 0 and booked <= capacity)
);

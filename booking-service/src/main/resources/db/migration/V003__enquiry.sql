create table enquiry (
  id             uuid         not null primary key,
  version        int          not null,
  status         varchar(20)  not null,
  name           varchar(100) not null,
  email          varchar(254) not null,
  phone          varchar(16),
  enquiry_type   varchar(50),
  subject        varchar(200),
  message        varchar(5000),
  city           varchar(100),
  property_id    uuid,
  property_name  varchar(200),
  property_type  varchar(50),
  owner_id       uuid,
  customer_id    uuid,
  budget         numeric(14, 2),
  seats_required int,
  move_in_date   date,
  admin_notes    varchar(5000),
  created_at     timestamptz  not null,
  updated_at     timestamptz  not null,
  constraint ck_enquiry_status check (status in ('NEW', 'CONTACTED', 'RESOLVED', 'CLOSED')),
  constraint ck_enquiry_budget check (budget >= 0),
  constraint ck_enquiry_seats check (seats_required between 1 and 100000)
);

create index ix_enquiry_customer on enquiry (customer_id, id desc) where customer_id is not null;
create index ix_enquiry_owner on enquiry (owner_id, id desc) where owner_id is not null;
create index ix_enquiry_status on enquiry (status, id desc);

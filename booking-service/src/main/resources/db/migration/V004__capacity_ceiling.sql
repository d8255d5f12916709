set local lock_timeout = '5s';

-- What property-service was promised not to be exceeded while it lowers what a listing offers.
-- A number that is null is not lowered.
create table capacity_ceiling (
  property_id    uuid        not null,
  -- Of the listing that is being changed; any later state of it ends the promise.
  version        bigint      not null,
  bookable_seats int,
  total_cabins   int,
  created_at     timestamptz not null,
  constraint pk_capacity_ceiling primary key (property_id),
  constraint fk_capacity_ceiling_listing foreign key (property_id) references listing (id),
  constraint ck_capacity_ceiling check (bookable_seats >= 0 and total_cabins >= 0)
);

create index ix_capacity_ceiling_created on capacity_ceiling (created_at);

-- What there is to book of each kind. No places means no limit, and least() passes over it.
create view listing_offer (property_id, kind, places) as
select l.id, k.kind,
  case k.kind
    when 'SEAT' then least(l.bookable_seats, c.bookable_seats)
    else least(l.total_cabins, c.total_cabins)
  end
from listing l
cross join (values ('SEAT'), ('CABIN')) k (kind)
left join capacity_ceiling c on c.property_id = l.id;

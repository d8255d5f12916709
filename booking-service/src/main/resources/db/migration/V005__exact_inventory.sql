set local lock_timeout = '5s';

-- 24 months at most. It bounds what can cover a day.
alter table booking
  add constraint ck_booking_longest_stay check (end_date - start_date <= 731) not valid;
alter table booking validate constraint ck_booking_longest_stay;

-- Leads from a day to the bookings that have not ended by then.
create index ix_booking_taking on booking (property_id, end_date, start_date)
  where status <> 'CANCELLED';

-- Refuses when a day in [first, past) is booked for another number of places than the active
-- bookings take. Adds up how both change from day to day: where the changes are equal on each day,
-- the numbers are. One statement, so it sees each transaction of others whole or not at all.
create function require_exact_inventory(listing uuid, stock text, first date, past date)
returns void language plpgsql as $$
declare
  wrong record;
begin
  with taking as (
    select greatest(b.start_date, first) as start_date, b.end_date, b.quantity
    from booking b
    where b.property_id = listing and b.status <> 'CANCELLED'
      and b.end_date > first and b.end_date < past + 731 and b.start_date < past
      and (b.booking_type = 'CABIN') = (stock = 'CABIN')
  ), taken as (
    select i.day, i.booked from inventory i
    where i.property_id = listing and i.kind = stock and i.day >= first and i.day < past
  )
  select changes.day, sum(changes.places) as places into wrong
  from (
    select day, booked as places from taken
    union all select day + 1, -booked from taken where day + 1 < past
    union all select start_date, -quantity from taking
    union all select end_date, quantity from taking where end_date < past
  ) changes
  group by changes.day having sum(changes.places) <> 0
  order by changes.day limit 1;
  if found then
    raise exception using
      errcode = 'check_violation', constraint = 'ck_inventory_exact', table = 'inventory',
      message = format(
        'inventory violates "ck_inventory_exact": on %s listing %s has %s %s places booked '
          'than its bookings take',
        wrong.day, listing, abs(wrong.places),
        case when wrong.places > 0 then 'more ' else 'fewer ' end || lower(stock));
  end if;
end $$;

create function booking_requires_exact_inventory() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and
    (old.status = 'CANCELLED', old.property_id, old.booking_type, old.quantity, old.start_date,
      old.end_date)
    = (new.status = 'CANCELLED', new.property_id, new.booking_type, new.quantity, new.start_date,
      new.end_date)
  then
    return null;
  end if;
  if tg_op <> 'INSERT' and old.status <> 'CANCELLED' then
    perform require_exact_inventory(old.property_id,
      case old.booking_type when 'CABIN' then 'CABIN' else 'SEAT' end,
      old.start_date, old.end_date);
  end if;
  if tg_op <> 'DELETE' and new.status <> 'CANCELLED' then
    perform require_exact_inventory(new.property_id,
      case new.booking_type when 'CABIN' then 'CABIN' else 'SEAT' end,
      new.start_date, new.end_date);
  end if;
  return null;
end $$;

create constraint trigger ck_inventory_exact after insert or update or delete on booking
  deferrable initially deferred for each row
  execute function booking_requires_exact_inventory();

-- The days that a statement has changed, until its transaction commits: one row and one check,
-- where a constraint trigger on inventory itself would check each of up to 731 rows.
create unlogged table inventory_touched (
  id          bigint generated always as identity,
  property_id uuid        not null,
  kind        varchar(10) not null,
  first       date        not null,
  past        date        not null,
  constraint pk_inventory_touched primary key (id)
);

create function note_touched_inventory() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into inventory_touched (property_id, kind, first, past)
    select property_id, kind, min(day), max(day) + 1 from after where booked <> 0
    group by property_id, kind;
  elsif tg_op = 'DELETE' then
    insert into inventory_touched (property_id, kind, first, past)
    select property_id, kind, min(day), max(day) + 1 from before where booked <> 0
    group by property_id, kind;
  else
    insert into inventory_touched (property_id, kind, first, past)
    select property_id, kind, min(day), max(day) + 1
    from (table before union all table after) touched where booked <> 0
    group by property_id, kind;
  end if;
  return null;
end $$;

create trigger tg_inventory_added after insert on inventory
  referencing new table as after
  for each statement execute function note_touched_inventory();
create trigger tg_inventory_changed after update on inventory
  referencing old table as before new table as after
  for each statement execute function note_touched_inventory();
create trigger tg_inventory_removed after delete on inventory
  referencing old table as before
  for each statement execute function note_touched_inventory();

create function touched_inventory_is_exact() returns trigger language plpgsql as $$
begin
  delete from inventory_touched where id = new.id;
  perform require_exact_inventory(new.property_id, new.kind, new.first, new.past);
  return null;
end $$;

create constraint trigger ck_inventory_exact after insert on inventory_touched
  deferrable initially deferred for each row
  execute function touched_inventory_is_exact();

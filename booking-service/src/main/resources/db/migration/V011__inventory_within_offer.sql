set local lock_timeout = '5s';

-- What is noted to be compared: days on which the number of booked places has changed. A change of
-- capacity alone can't part them from their bookings.
create or replace function note_touched_inventory() returns trigger language plpgsql as $$
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
    with was as (select property_id, kind, day, booked from before),
      is_now as (select property_id, kind, day, booked from after)
    select property_id, kind, min(day), max(day) + 1
    from ((table was except table is_now) union all (table is_now except table was)) touched
    where booked <> 0 group by property_id, kind;
  end if;
  return null;
end $$;

-- Refuses to book more places on a day than its listing offers, whatever capacity the day's own row
-- claims. Days that are booked beyond an offer that became smaller stay as they are and may shrink.
create function inventory_stays_within_offer() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  if tg_op = 'INSERT' then
    select a.property_id, a.kind, a.day, a.booked, o.places into wrong
    from after a join listing_offer o on o.property_id = a.property_id and o.kind = a.kind
    where a.booked > o.places
    order by a.day limit 1;
  else
    select a.property_id, a.kind, a.day, a.booked, o.places into wrong
    from after a join listing_offer o on o.property_id = a.property_id and o.kind = a.kind
      left join before b on b.property_id = a.property_id and b.kind = a.kind and b.day = a.day
    where a.booked > o.places and a.booked > coalesce(b.booked, 0)
    order by a.day limit 1;
  end if;
  if found then
    raise exception using
      errcode = 'check_violation', constraint = 'ck_inventory_within_offer', table = 'inventory',
      message = format(
        'inventory violates check constraint "ck_inventory_within_offer": on %s listing %s has %s %s '
          'places booked and offers %s',
        wrong.day, wrong.property_id, wrong.booked, lower(wrong.kind), wrong.places);
  end if;
  return null;
end $$;

create trigger tg_inventory_added_within_offer after insert on inventory
  referencing new table as after
  for each statement execute function inventory_stays_within_offer();
create trigger tg_inventory_changed_within_offer after update on inventory
  referencing old table as before new table as after
  for each statement execute function inventory_stays_within_offer();

-- Triggers on rows don't see a table that is emptied as a whole.
create function refuse_to_empty() returns trigger language plpgsql as $$
begin
  raise exception '% is not emptied: bookings and their places go together', tg_table_name;
end $$;

create trigger tg_booking_not_emptied before truncate on booking
  for each statement execute function refuse_to_empty();
create trigger tg_inventory_not_emptied before truncate on inventory
  for each statement execute function refuse_to_empty();

-- They compare these tables, not temporary ones of the same name.
alter function require_exact_inventory set search_path = public, pg_temp;
alter function booking_requires_exact_inventory set search_path = public, pg_temp;
alter function note_touched_inventory set search_path = public, pg_temp;
alter function touched_inventory_is_exact set search_path = public, pg_temp;
alter function inventory_stays_within_offer set search_path = public, pg_temp;

-- Fewer than none is a defect, more than there are is a full day: two names.
alter table inventory
  add constraint ck_inventory_not_negative check (booked >= 0),
  drop constraint ck_inventory_not_oversold,
  add constraint ck_inventory_not_oversold check (booked <= capacity);

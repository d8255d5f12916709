#!/usr/bin/env bash
# What the comparison of inventory and bookings at each commit (ADR 0010) adds to a booking's
# transaction. Books in a database that it makes and drops, by the statements of booking-service,
# with and without the triggers in turns, so that what else the machine does meets both.
#
#   PGHOST=127.0.0.1 PGPORT=5432 PGUSER=postgres benchmarks/inventory-check.sh [ROUNDS]
#
# Needs psql, pgbench and the right to make databases. Tells milliseconds for each length of stay:
# the quickest tenth (least disturbed by others) and the median.
set -euo pipefail
rounds=${1:-20}
home=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
database=inventory_check_$$
export PGDATABASE=$database PGOPTIONS='-c client_min_messages=warning'
psql -qX -d postgres -c "create database $database"
trap 'rm -rf "$work"; psql -qX -d postgres -c "drop database $database with (force)"' EXIT

for migration in "$home"/booking-service/src/main/resources/db/migration/V00[1245]__*.sql; do
  psql -qX -v ON_ERROR_STOP=1 --single-transaction -f "$migration"
done

cat >"$work/book.sql" <<'SQL'
\set number random(1, 200)
\set from random(0, 60)
begin;
select l.* from listing l join bench b on b.listing = l.id where b.number = :number for share of l;
insert into inventory (property_id, kind, day, capacity, booked)
select o.property_id, o.kind, date '2027-01-01' + :from::int + n, o.places, 0
from listing_offer o, generate_series(0, :days::int - 1) n
where o.property_id = (select listing from bench where number = :number) and o.kind = 'SEAT'
order by n on conflict on constraint pk_inventory do nothing;
select i.day, coalesce(i.booked + 1 > i.capacity, false) from inventory i
where i.property_id = (select listing from bench where number = :number) and i.kind = 'SEAT'
  and i.day >= date '2027-01-01' + :from::int
  and i.day < date '2027-01-01' + :from::int + :days::int
order by i.day for update;
update inventory i set booked = i.booked + 1
where i.property_id = (select listing from bench where number = :number) and i.kind = 'SEAT'
  and i.day >= date '2027-01-01' + :from::int
  and i.day < date '2027-01-01' + :from::int + :days::int;
insert into booking (id, version, status, property_id, property_name, property_type, property_city,
  owner_id, customer_id, booking_type, quantity, start_date, end_date, total_amount, currency,
  hold_expires_at, created_at, updated_at)
select gen_random_uuid(), 1, 'PENDING', listing, 'n', 't', 'c', gen_random_uuid(),
  gen_random_uuid(), 'SEAT', 1, date '2027-01-01' + :from::int,
  date '2027-01-01' + :from::int + :days::int, 1, 'INR', now(), now(), now()
from bench where number = :number;
set constraints all immediate;
commit;
SQL

tell() { # the logs of one way
  cat "$work/$1".* | awk '{print $3}' | sort -n |
    awk '{a[NR] = $1} END {printf "%.2f %.2f", a[int(NR * .1) + 1] / 1000, a[int(NR / 2) + 1] / 1000}'
}

printf '%-6s %-16s %-16s %s\n' days without with 'added (quickest tenth, median)'
for days in 1 30 365; do
  rm -f "$work"/with*
  psql -qX -v ON_ERROR_STOP=1 <<'SQL'
drop table if exists bench;
truncate booking, inventory, listing cascade;
insert into listing (id, version, owner_id, name, type, city, currency, bookable_seats, time_zone, status)
select gen_random_uuid(), 1, gen_random_uuid(), 'n', 't', 'c', 'INR', 1000000, 'UTC', 'APPROVED'
from generate_series(1, 200);
create table bench as select row_number() over () as number, id as listing from listing;
create unique index on bench (number);
SQL
  for round in $(seq "$rounds"); do
    for way in without with; do
      mode=$([ $way = with ] && echo enable || echo disable)
      psql -qX -c "alter table booking $mode trigger user" -c "alter table inventory $mode trigger user"
      (cd "$work" && pgbench -n -M prepared -c 1 -t 60 -D days=$days -l --log-prefix="$way.$round" \
        -f book.sql >/dev/null 2>&1)
    done
  done
  read -r fast_without median_without <<<"$(tell without)"
  read -r fast_with median_with <<<"$(tell with)"
  awk -v d=$days -v a="$fast_without" -v b="$median_without" -v c="$fast_with" -v e="$median_with" \
    'BEGIN {printf "%-6d %-16s %-16s %+.2f ms, %+.2f ms\n", d, a " / " b, c " / " e, c - a, e - b}'
done

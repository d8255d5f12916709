#!/bin/sh
# Runs once, in an empty data directory: a database for each service, owned by a role of its name.
set -eu
for name in identity property booking notification; do
  psql --set ON_ERROR_STOP=1 --set name="$name" --set password="$(cat "/run/passwords/$name")" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done

#!/bin/bash
# Runs once, on an empty volume: a database for each service, owned by a role of the same name that
# can't enter the others.
set -euo pipefail

as_superuser() {
  psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" "$@"
}

as_superuser <<'SQL'
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
SQL
for name in identity property booking notification; do
  as_superuser -v name="$name" -v variable="${name^^}_DATABASE_PASSWORD" <<'SQL'
\getenv password :variable
CREATE ROLE :"name" LOGIN NOINHERIT PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done

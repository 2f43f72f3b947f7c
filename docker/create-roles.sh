#!/bin/sh
# Run once by the PostgreSQL image, when its volume is empty: the two roles of src/store/roles.ts and their database.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
  --set=owner_password="$SCELLE_OWNER_PASSWORD" --set=service_password="$SCELLE_SERVICE_PASSWORD" <<'SQL'
create role scelle_owner login password :'owner_password';
create role scelle_service login password :'service_password';
create database scelle owner scelle_owner template template0;
revoke all on database scelle from public;
grant connect on database scelle to scelle_service;
SQL

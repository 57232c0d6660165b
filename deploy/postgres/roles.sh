#!/bin/sh
# Makes the two roles and the database on a PostgreSQL server of one's own, once, as a superuser.
# The postgres image runs it at its first start; by hand: PGHOST=… PGUSER=postgres sh deploy/postgres/roles.sh
# Needs OWNER_PASSWORD and APP_PASSWORD. The application role has no rights but those the migrations grant it.
set -eu
: "${OWNER_PASSWORD:?}" "${APP_PASSWORD:?}"

psql -v ON_ERROR_STOP=1 -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD" \
  --username "${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname postgres <<'SQL'
CREATE ROLE cam_nang_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE cam_nang_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app_password';
CREATE DATABASE cam_nang OWNER cam_nang_owner;
REVOKE ALL ON DATABASE cam_nang FROM PUBLIC;
GRANT CONNECT ON DATABASE cam_nang TO cam_nang_app;
SQL

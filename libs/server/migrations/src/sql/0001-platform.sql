-- Foundations: extensions, the guard of append-only tables, outbox, jobs, idempotency, stored files.
create extension if not exists btree_gist;

-- Tables that may only grow. A row here revokes update and delete from the application role as well (see grant_application_rights).
create table append_only_table (
  table_name text primary key,
  -- 'insert' = rows never change; 'close' = a guard of its own decides which update is legal
  mode text not null check (mode in ('insert', 'close'))
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only: % refused', tg_table_name, tg_op
    using errcode = '23001', hint = 'Record a new row beside the old one.';
end $$;

-- Declares a table append-only: update, delete and truncate are refused whoever asks.
create procedure make_append_only(name text) language plpgsql as $$
begin
  execute format('create trigger refuse_change before update or delete on %I for each row execute function refuse_change()', name);
  execute format('create trigger refuse_truncate before truncate on %I for each statement execute function refuse_change()', name);
  insert into append_only_table values (name, 'insert');
end $$;

-- Rights of the application role: everything on ordinary tables, insert and select on append-only ones, no rights to triggers.
-- Run after every migration.
create procedure grant_application_rights() language plpgsql as $$
declare entry record;
begin
  if not exists (select 1 from pg_roles where rolname = 'cam_nang_app') then return; end if;
  grant usage on schema public to cam_nang_app;
  grant select, insert, update, delete on all tables in schema public to cam_nang_app;
  grant usage, select on all sequences in schema public to cam_nang_app;
  grant execute on all functions in schema public to cam_nang_app;
  revoke insert, update, delete on append_only_table from cam_nang_app;
  for entry in select * from append_only_table loop
    execute format('revoke update, delete, truncate on %I from cam_nang_app', entry.table_name);
    if entry.mode = 'close' then
      execute format('grant update on %I to cam_nang_app', entry.table_name);
    end if;
  end loop;
end $$;

create table outbox (
  id uuid primary key,
  topic text not null,
  payload jsonb not null,
  correlation_id text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index outbox_unsent on outbox (created_at, id) where sent_at is null;

create table job_failure (
  id uuid primary key,
  job text not null,
  job_id text not null,
  payload jsonb not null,
  reason text not null,
  error_code text,
  attempts int not null,
  failed_at timestamptz not null,
  retried_at timestamptz,
  retried_by uuid,
  unique (job, job_id, failed_at)
);
create index job_failure_open on job_failure (failed_at desc) where retried_at is null;

-- Progress of long work, by a key the work chooses ("award:<decision id>"), one row a stage.
create table job_progress (
  key text not null,
  stage text not null,
  done int not null check (done >= 0),
  total int not null check (total >= 0),
  failed int not null default 0,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  note jsonb,
  primary key (key, stage)
);

create table idempotent_request (
  account_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  endpoint text not null,
  request_hash bytea not null,
  status int,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index idempotent_request_age on idempotent_request (created_at);

-- Limits by address, account or serial: one row a window.
create table rate_window (
  bucket text not null,
  window_start timestamptz not null,
  hits int not null,
  primary key (bucket, window_start)
);

create table stored_file (
  sha256 bytea primary key check (length(sha256) = 32),
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  name text,
  width int,
  height int,
  created_at timestamptz not null default now(),
  created_by uuid
);
call make_append_only('stored_file');

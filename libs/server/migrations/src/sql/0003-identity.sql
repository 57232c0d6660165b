-- People, accounts, sessions, role grants scoped to units, audit trail.
create table person (
  id uuid primary key,
  family_name text not null,
  middle_name text not null default '',
  given_name text not null,
  full_name text not null,
  folded_name text not null,
  birth_date date,
  gender text check (gender in ('female', 'male', 'other')),
  ethnicity text,
  email text,
  phone text,
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);
create index person_folded on person (folded_name);

-- Sensitive particulars apart, encrypted; the blind index finds a number without reading it.
create table person_number (
  person_id uuid primary key references person,
  cipher bytea not null,
  key_id text not null,
  blind_index bytea not null unique,
  last_digits text not null check (last_digits ~ '^[0-9]{3}$')
);

create table employment (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  position_title text not null,
  category_code text references audience_category,
  during daterange not null check (not isempty(during))
);
create index employment_person on employment (person_id);
create index employment_organisation on employment (organisation_id);

create table account (
  id uuid primary key,
  person_id uuid not null unique references person,
  username text not null check (username = lower(username)),
  password_hash text,
  password_changed_at timestamptz,
  locale text not null default 'vi' check (locale in ('vi', 'en')),
  totp_cipher bytea,
  totp_key_id text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  disabled_at timestamptz,
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  unique (username)
);

-- One-time codes on a class sheet, exchanged for a password at first sign-in.
create table one_time_code (
  id uuid primary key,
  account_id uuid not null references account,
  code_hash bytea not null,
  made_at timestamptz not null,
  made_by uuid references account,
  expires_at timestamptz not null,
  used_at timestamptz,
  failures int not null default 0
);
create index one_time_code_account on one_time_code (account_id);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  csrf_token text not null,
  account_id uuid not null references account,
  kind text not null check (kind in ('learn', 'desk')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null,
  fresh_until timestamptz,
  second_factor_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  user_agent text,
  address text
);
create index session_account on session (account_id) where ended_at is null;

create table role_grant (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null,
  unit_id uuid not null references admin_unit,
  course_id uuid,
  during daterange not null check (not isempty(during)),
  granted_by uuid references account,
  basis text,
  created_at timestamptz not null default now(),
  exclude using gist (account_id with =, role with =, unit_id with =, (coalesce(course_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, during with &&)
);
create index role_grant_account on role_grant (account_id);

-- Throttling of sign-in: failures by account and by address.
create table sign_in_failure (
  bucket text not null,
  at timestamptz not null,
  primary key (bucket, at)
);

create table consent (
  id uuid primary key,
  person_id uuid not null references person,
  purpose text not null,
  text_version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);

-- Who did what when, from where, on whose behalf; chained by hash in the order of seq.
create table audit_entry (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  actor_id uuid,
  on_behalf_of uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null default '{}',
  address text,
  correlation_id text,
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null unique check (length(hash) = 32)
);
create index audit_entry_subject on audit_entry (subject_kind, subject_id, seq);
create index audit_entry_actor on audit_entry (actor_id, seq);
call make_append_only('audit_entry');

-- The session cache of each api process forgets a session as soon as it ends, freshens or its rights change.
create function tell_session_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('session_ended', new.id::text);
  return new;
end $$;
create trigger session_changed after update of ended_at, fresh_until, second_factor_at on session
  for each row execute function tell_session_changed();

create function tell_account_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('session_ended', coalesce(new.account_id, old.account_id)::text);
  return coalesce(new, old);
end $$;
create trigger role_grant_changed after insert or update or delete on role_grant
  for each row execute function tell_account_changed();

-- A second factor confirmed, or an account closed, changes what its sessions may do.
create function tell_account_row_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('session_ended', new.id::text);
  return new;
end $$;
create trigger account_changed after update of totp_confirmed_at, disabled_at on account
  for each row execute function tell_account_row_changed();

-- The register of legal documents (sổ văn bản): what lessons rest on, with the days of its force.
-- The law is the same for everybody, so there is one register; each document is kept by the unit that entered it.
create table legal_document (
  id uuid primary key,
  kind text not null check (kind in ('constitution', 'law', 'ordinance', 'resolution', 'order', 'decree', 'decision', 'directive', 'circular', 'joint-circular', 'other')),
  number text not null check (number <> ''),
  -- without spaces, dashes unified, in capitals
  number_key text not null,
  issuer text not null check (issuer <> ''),
  issuer_key text not null,
  title text not null check (title <> ''),
  -- as lessons cite it
  cited_as text not null check (cited_as <> ''),
  -- what nobody has recorded is null and is never guessed
  signed_on date,
  in_force_from date,
  -- the first day without force, where the document itself says one; what replaces it is in legal_change
  in_force_to date,
  source_url text check (source_url ~ '^https?://'),
  -- number, name, title and issuer without marks, for searching
  folded text not null,
  owner_unit_id uuid not null references admin_unit,
  version int not null default 1 check (version > 0),
  added_by uuid not null references account,
  added_at timestamptz not null,
  amended_by uuid references account,
  amended_at timestamptz,
  unique (number_key, issuer_key),
  check (in_force_to > in_force_from),
  check ((amended_by is null) = (amended_at is null))
);

-- What a later document does to an earlier one, from a day on.
create table legal_change (
  id uuid primary key,
  document_id uuid not null references legal_document,
  by_document_id uuid not null references legal_document,
  effect text not null check (effect in ('replaces', 'replaces-part', 'amends')),
  from_day date not null,
  -- which articles, in words
  scope text not null default '',
  added_by uuid not null references account,
  added_at timestamptz not null,
  unique (document_id, by_document_id, effect, from_day),
  check (document_id <> by_document_id)
);
create index legal_change_by on legal_change (by_document_id);
-- a document is wholly replaced once
create unique index legal_change_whole on legal_change (document_id) where effect = 'replaces';

-- What the register said, for ever: who wrote what, when.
create table legal_document_event (
  id uuid primary key,
  document_id uuid not null references legal_document,
  event text not null check (event in ('added', 'amended', 'change_added', 'change_removed')),
  payload jsonb not null,
  actor_id uuid not null references account,
  at timestamptz not null
);
create index legal_document_event_document on legal_document_event (document_id, at);
call make_append_only('legal_document_event');

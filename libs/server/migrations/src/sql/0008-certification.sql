-- Award proposals, decisions, the register with its tree, documents, amendments.
create table certificate_type (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in ('programme', 'completion')),
  title text not null,
  title_en text not null,
  noun text not null,
  noun_en text not null,
  serial_pattern text not null,
  register_pattern text not null,
  register_code text not null,
  layout_code text not null,
  -- cohorts at or below this unit get it; null course = every course there
  owner_unit_id uuid not null references admin_unit,
  course_id uuid references course,
  is_sample boolean not null default false
);

create table certificate_layout (
  id uuid primary key,
  code text not null,
  version int not null,
  body jsonb not null,
  sha256 bytea not null check (length(sha256) = 32),
  created_at timestamptz not null,
  unique (code, version)
);
call make_append_only('certificate_layout');

create table award_proposal (
  id uuid primary key,
  cohort_id uuid not null references cohort,
  type_id uuid not null references certificate_type,
  round int not null check (round > 0),
  state text not null check (state in ('computed', 'submitted', 'signed', 'returned')),
  rule_set_id uuid not null references rule_set,
  edition_id uuid not null references edition,
  layout_id uuid not null references certificate_layout,
  list_hash bytea not null check (length(list_hash) = 32),
  computed_at timestamptz not null,
  computed_by uuid not null references account,
  previous_computed_at timestamptz,
  -- who did what on this proposal, through every return: [{ act, personId }] (DoneAct of libs/domain, by account)
  done jsonb not null,
  -- what speaks against printing, and what changed since the computation before: as shown on the day
  checks jsonb not null,
  changes jsonb not null,
  submitted_at timestamptz,
  submitted_by uuid references account,
  returned_reason text,
  version int not null default 1,
  unique (cohort_id, type_id, round)
);
create unique index award_proposal_one_open on award_proposal (cohort_id, type_id) where state in ('computed', 'submitted');

create table award_proposal_item (
  proposal_id uuid not null references award_proposal,
  enrolment_id uuid not null references enrolment,
  -- order of reading: the eligible by position, then the others by name
  place int not null check (place > 0),
  -- place in the list of the eligible, in Vietnamese name order; null = not eligible
  position int check (position > 0),
  eligible boolean not null,
  conditions jsonb not null,
  mark int,
  grade text,
  printed jsonb not null,
  primary key (proposal_id, enrolment_id),
  check (eligible = (position is not null))
);
create unique index award_proposal_item_position on award_proposal_item (proposal_id, position) where position is not null;

create table award_decision (
  id uuid primary key,
  proposal_id uuid not null unique references award_proposal,
  issuer_id uuid not null references organisation,
  decision_no text not null,
  decision_date date not null,
  issued_on date not null,
  place text not null,
  signer_id uuid not null references account,
  signer_name text not null,
  signer_title text not null,
  list_hash bytea not null check (length(list_hash) = 32),
  signed_at timestamptz not null,
  unique (issuer_id, decision_no, decision_date)
);
call make_append_only('award_decision');

-- One row a series; numbers are taken with UPDATE … RETURNING in the transaction that writes the entries.
create table number_series (
  type_id uuid not null references certificate_type,
  issuer_id uuid not null references organisation,
  series text not null check (series in ('serial', 'register')),
  -- 0 for the serial series, which runs for life
  year int not null,
  last int not null default 0 check (last >= 0),
  primary key (type_id, issuer_id, series, year)
);

create table register_entry (
  id uuid primary key,
  decision_id uuid not null references award_decision,
  enrolment_id uuid not null references enrolment,
  person_id uuid not null references person,
  type_id uuid not null references certificate_type,
  issuer_id uuid not null references organisation,
  position int not null check (position > 0),
  serial_no int not null check (serial_no > 0),
  serial_number text not null,
  register_no int not null check (register_no > 0),
  register_year int not null,
  register_number text not null,
  verification_code text not null unique check (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  status_index int not null unique check (status_index >= 0),
  edition_id uuid not null references edition,
  -- everything the paper says, fixed (CertificatePrint in libs/domain)
  printed jsonb not null,
  issued_on date not null,
  entered_at timestamptz not null,
  unique (type_id, enrolment_id),
  unique (type_id, issuer_id, serial_no),
  unique (type_id, issuer_id, register_year, register_no),
  unique (decision_id, position)
);
create index register_entry_person on register_entry (person_id);
create index register_entry_enrolment on register_entry (enrolment_id);
create index register_entry_year on register_entry (issuer_id, type_id, register_year, register_no);
call make_append_only('register_entry');

create table register_document (
  entry_id uuid primary key references register_entry,
  sha256 bytea not null check (length(sha256) = 32),
  bytes int not null check (bytes > 0),
  storage_key text not null,
  layout_id uuid not null references certificate_layout,
  engine text not null,
  made_at timestamptz not null
);
call make_append_only('register_document');

create table register_amendment (
  id uuid primary key,
  entry_id uuid not null references register_entry,
  kind text not null check (kind in ('correction', 'reissue', 'revocation')),
  decision_no text not null,
  decision_date date not null,
  field text,
  old_value text,
  new_value text,
  reason text not null,
  at timestamptz not null,
  by_id uuid not null references account
);
create index register_amendment_entry on register_amendment (entry_id, at);
call make_append_only('register_amendment');

-- Leaves of the register's tree (RFC 6962) in the order of appending.
create table register_leaf (
  position bigint primary key check (position >= 0),
  kind text not null check (kind in ('entry', 'document', 'amendment')),
  ref_id uuid not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  appended_at timestamptz not null,
  unique (kind, ref_id)
);
call make_append_only('register_leaf');

-- Full subtrees above the leaves: `2^level` leaves from leaf `place * 2^level` on. Proofs are made of them; they can be
-- recomputed from the leaves at any time.
create table register_node (
  level int not null check (level > 0),
  place bigint not null check (place >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, place)
);
call make_append_only('register_node');

create table register_head (
  size bigint primary key check (size > 0),
  root bytea not null check (length(root) = 32),
  decision_id uuid references award_decision,
  signed_at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  published_as text not null
);
call make_append_only('register_head');

-- The running state of making a batch; the truth is in the rows above.
create table award_batch (
  decision_id uuid primary key references award_decision,
  state text not null check (state in ('numbered', 'making', 'sealing', 'done', 'paused')),
  total int not null,
  started_at timestamptz not null,
  finished_at timestamptz
);

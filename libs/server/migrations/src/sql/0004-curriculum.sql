-- Courses, the curriculum line, editions and change requests (design: curriculum-versions).
create table scheme (
  id uuid primary key,
  code text not null unique,
  title text not null,
  title_en text not null,
  basis text
);

create table curriculum (
  id uuid primary key,
  code text not null unique,
  created_at timestamptz not null default now()
);

create table course (
  id uuid primary key,
  code text not null unique,
  title text not null,
  title_en text not null,
  curriculum_id uuid not null unique references curriculum,
  scheme_id uuid references scheme,
  owner_unit_id uuid not null references admin_unit,
  handbook_public boolean not null default false,
  record_only boolean not null default false,
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);
alter table role_grant add constraint role_grant_course foreign key (course_id) references course;

create table node (
  id uuid primary key,
  curriculum_id uuid not null references curriculum,
  kind text not null check (kind in ('root', 'module', 'lesson', 'quiz', 'bank', 'question', 'report-task', 'survey', 'outcome', 'annex')),
  -- the stable name authors use ("cd02-01"), unique in the curriculum
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9._/-]{0,199}$'),
  created_at timestamptz not null,
  created_by uuid references account,
  copied_from_node_id uuid references node,
  unique (curriculum_id, slug)
);
call make_append_only('node');

create table blob (
  hash bytea primary key check (length(hash) = 32),
  media_type text not null,
  -- canonical JSON exactly as hashed, or bytes of a file
  body bytea not null,
  bytes int not null check (bytes = octet_length(body))
);
call make_append_only('blob');

create table blob_text (
  hash bytea primary key references blob,
  plain text not null,
  folded text not null,
  words int not null,
  search tsvector generated always as (to_tsvector('simple', folded)) stored
);
create index blob_text_search on blob_text using gin (search);

create table node_revision (
  id uuid primary key,
  node_id uuid not null references node,
  title text not null,
  meta jsonb not null,
  doc_hash bytea references blob,
  content_hash bytea not null check (length(content_hash) = 32),
  study_hash bytea not null check (length(study_hash) = 32),
  stem_hash bytea check (length(stem_hash) = 32),
  key_hash bytea check (length(key_hash) = 32),
  schema_version int not null,
  made_in_request_id uuid,
  author_id uuid references account,
  author_label text not null,
  at timestamptz not null,
  unique (node_id, content_hash)
);
call make_append_only('node_revision');

create table revision_parent (
  revision_id uuid not null references node_revision,
  parent_revision_id uuid not null references node_revision,
  primary key (revision_id, parent_revision_id)
);
call make_append_only('revision_parent');

create table revision_ref (
  revision_id uuid not null references node_revision,
  kind text not null check (kind in ('file', 'document', 'term', 'node')),
  target text not null,
  primary key (revision_id, kind, target)
);
call make_append_only('revision_ref');

create table line (
  id uuid primary key,
  curriculum_id uuid not null references curriculum,
  kind text not null check (kind in ('main', 'maintenance')),
  forked_from_commit_id uuid,
  head_seq int not null default 0 check (head_seq >= 0),
  created_at timestamptz not null
);
create unique index line_one_main on line (curriculum_id) where kind = 'main';

create table line_commit (
  id uuid primary key,
  line_id uuid not null references line,
  seq int not null check (seq > 0),
  parent_commit_id uuid references line_commit,
  kind text not null check (kind in ('import', 'merge', 'erratum', 'revert', 'fork')),
  change_request_id uuid,
  message text not null,
  author_id uuid references account,
  at timestamptz not null,
  manifest_hash bytea not null check (length(manifest_hash) = 32),
  -- of this commit's row and changes and of the chain hash before it: published outside the database
  chain_hash bytea not null check (length(chain_hash) = 32),
  changes int not null,
  unique (line_id, seq)
);
alter table line add constraint line_fork foreign key (forked_from_commit_id) references line_commit;
call make_append_only('line_commit');

-- A node's place and revision on a line, from one commit up to (not including) another.
create table member (
  line_id uuid not null references line,
  node_id uuid not null references node,
  parent_id uuid references node,
  rank text collate "C" not null check (length(rank) between 1 and 60),
  revision_id uuid not null references node_revision,
  seqs int4range not null check (not isempty(seqs) and not lower_inf(seqs)),
  exclude using gist (line_id with =, node_id with =, seqs with &&)
);
create index member_as_of on member using gist (line_id, seqs);
create index member_revision on member (revision_id);
create index member_from on member (line_id, lower(seqs));
create index member_to on member (line_id, upper(seqs));
create index member_open on member (line_id, node_id) where upper_inf(seqs);

-- The one legal update of a membership is closing an open interval at the commit that is being written.
create function guard_member() returns trigger language plpgsql as $$
declare head int;
begin
  if tg_op = 'DELETE' then
    raise exception 'a membership is never deleted' using errcode = '23001';
  end if;
  select head_seq into head from line where id = new.line_id for share;
  if tg_op = 'INSERT' then
    if lower(new.seqs) <> head + 1 or not upper_inf(new.seqs) then
      raise exception 'a membership opens at the next commit (% ), not at %', head + 1, new.seqs using errcode = '23001';
    end if;
    return new;
  end if;
  if (old.line_id, old.node_id, old.rank, old.revision_id, lower(old.seqs))
     is distinct from (new.line_id, new.node_id, new.rank, new.revision_id, lower(new.seqs))
     or old.parent_id is distinct from new.parent_id
     or not upper_inf(old.seqs) or upper(new.seqs) is distinct from head + 1 then
    raise exception 'a membership is only ever closed, at the next commit' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_member before insert or update or delete on member for each row execute function guard_member();
create trigger refuse_truncate before truncate on member for each statement execute function refuse_change();
insert into append_only_table values ('member', 'close');

-- The head of a line only ever moves one commit on.
create function guard_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a line is never deleted' using errcode = '23001'; end if;
  if (old.id, old.curriculum_id, old.kind) is distinct from (new.id, new.curriculum_id, new.kind)
     or old.forked_from_commit_id is distinct from new.forked_from_commit_id
     or new.head_seq not in (old.head_seq, old.head_seq + 1) then
    raise exception 'the head of a line moves one commit on, nothing else changes' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_line before update or delete on line for each row execute function guard_line();
insert into append_only_table values ('line', 'close');

create table commit_change (
  commit_id uuid not null references line_commit,
  node_id uuid not null references node,
  old_revision_id uuid references node_revision,
  new_revision_id uuid references node_revision,
  old_parent_id uuid references node,
  new_parent_id uuid references node,
  new_rank text collate "C",
  moved boolean not null default false,
  -- editorial | clarifying | substantive | new | repealed | through-child
  change_class text not null check (change_class in ('editorial', 'clarifying', 'substantive', 'new', 'repealed', 'through-child')),
  restudy boolean not null default false,
  reason text,
  reason_en text,
  proposed_by text,
  primary key (commit_id, node_id),
  check ((new_revision_id is null) = (new_rank is null))
);
call make_append_only('commit_change');

create table edition (
  id uuid primary key,
  curriculum_id uuid not null references curriculum,
  major int not null check (major > 0),
  minor int not null check (minor >= 0),
  commit_id uuid not null references line_commit,
  manifest_hash bytea not null check (length(manifest_hash) = 32),
  kind text not null check (kind in ('first', 'amendment', 'replacement', 'erratum')),
  erratum_of_id uuid references edition,
  -- assembling | candidate | approved | returned | issued: scheduled, in force and superseded are computed from dates
  state text not null check (state in ('candidate', 'returned', 'issued')),
  title text,
  prepared_by uuid references account,
  prepared_at timestamptz not null,
  decision_no text,
  decision_date date,
  decision_title text,
  signer_id uuid references account,
  signer_label text,
  force daterange,
  applies daterange,
  issued_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  withdrawn_decision text,
  record_only boolean not null default false,
  check ((minor = 0) = (kind <> 'erratum')),
  check ((state = 'issued') = (issued_at is not null)),
  check (issued_at is null or (applies is not null and not isempty(applies)))
);
create unique index edition_number on edition (curriculum_id, major, minor) where state = 'issued';
create unique index edition_one_candidate on edition (curriculum_id) where state = 'candidate';
create unique index edition_decision on edition (decision_no, decision_date) where state = 'issued' and not record_only;
alter table edition add constraint edition_force_once
  exclude using gist (curriculum_id with =, force with &&) where (issued_at is not null and withdrawn_at is null and force is not null);
alter table edition add constraint edition_applies_once
  exclude using gist (curriculum_id with =, major with =, applies with &&) where (issued_at is not null and withdrawn_at is null);

-- What an issued edition says never changes; its ranges may be shortened when a successor is issued, and it may be withdrawn.
create function guard_edition() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'an edition is never deleted' using errcode = '23001'; end if;
  if (old.id, old.curriculum_id, old.commit_id, old.manifest_hash) is distinct from (new.id, new.curriculum_id, new.commit_id, new.manifest_hash) then
    raise exception 'a frozen edition keeps its commit and manifest' using errcode = '23001';
  end if;
  if old.issued_at is not null then
    if (old.major, old.minor, old.kind, old.state, old.decision_no, old.decision_date, old.decision_title, old.signer_id, old.signer_label, old.issued_at, old.prepared_by, old.erratum_of_id)
       is distinct from
       (new.major, new.minor, new.kind, new.state, new.decision_no, new.decision_date, new.decision_title, new.signer_id, new.signer_label, new.issued_at, new.prepared_by, new.erratum_of_id)
       or lower(old.force) is distinct from lower(new.force) or lower(old.applies) is distinct from lower(new.applies)
       or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at) then
      raise exception 'an issued edition never changes' using errcode = '23001';
    end if;
  end if;
  return new;
end $$;
create trigger guard_edition before update or delete on edition for each row execute function guard_edition();
create trigger refuse_truncate before truncate on edition for each statement execute function refuse_change();
insert into append_only_table values ('edition', 'close');

create table edition_label (
  edition_id uuid not null references edition,
  node_id uuid not null references node,
  label text not null,
  primary key (edition_id, node_id)
);
call make_append_only('edition_label');

create table edition_event (
  seq bigint primary key check (seq > 0),
  edition_id uuid not null references edition,
  event text not null,
  actor_id uuid references account,
  at timestamptz not null,
  payload jsonb not null,
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null unique check (length(hash) = 32)
);
create index edition_event_edition on edition_event (edition_id, seq);
call make_append_only('edition_event');

-- Change requests: overlays over a base commit. Nothing here reaches the line but through the commit function.
create table change_request (
  id uuid primary key,
  curriculum_id uuid not null references curriculum,
  number int not null,
  title text not null,
  reason text not null default '',
  state text not null check (state in ('draft', 'in_review', 'changes_requested', 'approved', 'merged', 'abandoned')),
  base_commit_id uuid not null references line_commit,
  kind text not null default 'amendment' check (kind in ('amendment', 'erratum')),
  overlay_hash bytea,
  author_id uuid not null references account,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  merged_commit_id uuid references line_commit,
  unique (curriculum_id, number)
);
create index change_request_open on change_request (curriculum_id, state);
alter table line_commit add constraint commit_request foreign key (change_request_id) references change_request;
alter table node_revision add constraint revision_request foreign key (made_in_request_id) references change_request;

create table cr_item (
  request_id uuid not null references change_request,
  node_id uuid not null references node,
  -- what the request does with the node; null parent_id with placed = true is the root
  placed boolean not null default false,
  parent_id uuid references node,
  rank text collate "C",
  deleted boolean not null default false,
  revision_id uuid references node_revision,
  base_revision_id uuid references node_revision,
  base_parent_id uuid references node,
  reason text not null default '',
  change_class text,
  restudy boolean not null default false,
  updated_at timestamptz not null,
  updated_by uuid references account,
  primary key (request_id, node_id),
  check (not placed or rank is not null)
);

-- The working text of a node in a request: one row, saved in place; a checkpoint makes a revision.
create table cr_draft (
  request_id uuid not null references change_request,
  node_id uuid not null references node,
  version int not null check (version > 0),
  title text not null,
  meta jsonb not null,
  document jsonb,
  saved_at timestamptz not null,
  saved_by uuid not null references account,
  -- of the working text as it stands, and how many words it adds and takes away against its base
  content_hash bytea not null check (length(content_hash) = 32),
  changed_words int not null default 0 check (changed_words >= 0),
  primary key (request_id, node_id)
);

-- Who is writing in a node of a request; a lease that ran out is nobody's.
create table cr_lease (
  request_id uuid not null references change_request,
  node_id uuid not null references node,
  holder_id uuid not null references account,
  until timestamptz not null,
  primary key (request_id, node_id)
);

create table cr_draft_version (
  request_id uuid not null,
  node_id uuid not null,
  version int not null,
  title text not null,
  meta jsonb not null,
  document jsonb,
  saved_at timestamptz not null,
  saved_by uuid not null references account,
  primary key (request_id, node_id, version),
  foreign key (request_id, node_id) references cr_draft
);

create table review (
  id uuid primary key,
  request_id uuid not null references change_request,
  reviewer_id uuid not null references account,
  overlay_hash bytea not null check (length(overlay_hash) = 32),
  verdict text not null check (verdict in ('approve', 'request_changes', 'comment')),
  comment text not null default '',
  at timestamptz not null
);
create index review_request on review (request_id, at);
call make_append_only('review');

create table change_request_event (
  id uuid primary key,
  request_id uuid not null references change_request,
  event text not null,
  actor_id uuid references account,
  at timestamptz not null,
  payload jsonb not null
);
create index change_request_event_request on change_request_event (request_id, at);
call make_append_only('change_request_event');

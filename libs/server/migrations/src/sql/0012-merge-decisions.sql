-- What somebody decided where a change request and the line collide: bound to the three texts it was about.
create table cr_decision (
  request_id uuid not null references change_request,
  conflict_id text not null check (length(conflict_id) between 1 and 300),
  base_hash bytea not null check (length(base_hash) = 32),
  ours_hash bytea not null check (length(ours_hash) = 32),
  theirs_hash bytea not null check (length(theirs_hash) = 32),
  decision jsonb not null,
  decided_at timestamptz not null,
  decided_by uuid not null references account,
  primary key (request_id, conflict_id, base_hash, ours_hash, theirs_hash)
);

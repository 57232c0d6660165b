-- Progress by node, revision and study hash.
create table lesson_progress (
  enrolment_id uuid not null references enrolment,
  node_id uuid not null references node,
  revision_id uuid not null references node_revision,
  study_hash bytea not null check (length(study_hash) = 32),
  blocks_read jsonb not null default '[]',
  blocks_total int not null check (blocks_total >= 0),
  last_block_id text,
  seconds int not null default 0 check (seconds >= 0),
  state text not null check (state in ('started', 'done')),
  started_at timestamptz not null,
  done_at timestamptz,
  carried_from_revision_id uuid references node_revision,
  updated_at timestamptz not null,
  primary key (enrolment_id, node_id, revision_id)
);
create index lesson_progress_node on lesson_progress (node_id, study_hash);

create table survey_response (
  id uuid primary key,
  cohort_id uuid not null references cohort,
  survey_node_id uuid not null references node,
  form_id text not null,
  answers jsonb not null,
  valid boolean not null,
  sent_at timestamptz not null
);
-- Who has sent the form, apart from what was said: the form is anonymous.
create table survey_participation (
  enrolment_id uuid not null references enrolment,
  survey_node_id uuid not null references node,
  form_id text not null,
  primary key (enrolment_id, survey_node_id, form_id)
);

-- Attempts with pinned question revisions, the journal of answers, gradings, reports.
create table quiz_attempt (
  id uuid primary key,
  enrolment_id uuid not null references enrolment,
  edition_id uuid not null references edition,
  quiz_node_id uuid not null references node,
  quiz_revision_id uuid not null references node_revision,
  purpose text not null check (purpose in ('practice', 'final')),
  number int not null check (number > 0),
  seed bytea not null,
  opened_at timestamptz not null,
  -- null = no time limit; includes personal extra time
  deadline_at timestamptz,
  sync_until timestamptz,
  handed_in_at timestamptz,
  closed_at timestamptz,
  close_cause text check (close_cause in ('handed_in', 'time_up', 'cohort_closed')),
  unique (enrolment_id, quiz_node_id, number)
);
create unique index quiz_attempt_one_open on quiz_attempt (enrolment_id, quiz_node_id) where closed_at is null;
create index quiz_attempt_due on quiz_attempt (sync_until) where closed_at is null;

create table attempt_item (
  attempt_id uuid not null references quiz_attempt,
  slot int not null check (slot > 0),
  question_node_id uuid not null references node,
  question_revision_id uuid not null references node_revision,
  -- the order in which options were shown, by stable id
  option_order jsonb not null,
  points int not null check (points > 0),
  primary key (attempt_id, slot)
);
call make_append_only('attempt_item');

create table device (
  id uuid primary key,
  account_id uuid not null references account,
  label text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index device_account on device (account_id);

-- The journal of a device: answers now, progress, notes and roll calls on the same table.
-- An entry is never changed; sent twice it is one row; the order of arrival does not matter.
create table journal_entry (
  device_id uuid not null,
  seq int not null check (seq > 0),
  account_id uuid not null,
  scope text not null check (scope in ('answer', 'flag', 'progress', 'note', 'roll-call', 'hand-in')),
  -- attempt, enrolment or meeting
  scope_id uuid not null,
  slot int,
  node_id uuid,
  revision_id uuid,
  value jsonb not null,
  device_time timestamptz not null,
  monotonic_ms bigint,
  -- server clock and monotonic time at the last handshake of the device, when there was one
  handshake_at timestamptz,
  handshake_monotonic_ms bigint,
  clock_trusted boolean not null,
  effective_at timestamptz not null,
  received_at timestamptz not null,
  late boolean not null default false,
  previous_hash bytea,
  hash bytea not null check (length(hash) = 32),
  primary key (device_id, seq)
);
create index journal_entry_scope on journal_entry (scope_id, slot, effective_at desc, device_id, seq);
call make_append_only('journal_entry');

-- Every grading of an attempt; the newest counts, older ones keep their cause and key.
create table grading (
  id uuid primary key,
  attempt_id uuid not null references quiz_attempt,
  cause text not null check (cause in ('handed_in', 'time_up', 'late_answers', 'regrade', 'undo')),
  regrade_id uuid,
  -- hundredths of a point
  points int not null,
  max_points int not null check (max_points > 0),
  -- score on the quiz's scale, hundredths
  score int not null,
  scale int not null,
  passed boolean not null,
  -- per slot: { slot, points, max, response, keyRevisionId, parts }
  items jsonb not null,
  rule_set_id uuid references rule_set,
  graded_at timestamptz not null,
  graded_by uuid references account
);
create index grading_latest on grading (attempt_id, graded_at desc, id desc);
call make_append_only('grading');

create table report_submission (
  id uuid primary key,
  enrolment_id uuid not null references enrolment,
  task_node_id uuid not null references node,
  task_revision_id uuid not null references node_revision,
  state text not null check (state in ('draft', 'submitted', 'returned', 'marked')),
  text text not null default '',
  file_sha256 bytea references stored_file,
  words int not null default 0,
  submitted_at timestamptz,
  updated_at timestamptz not null,
  version int not null default 1,
  unique (enrolment_id, task_node_id)
);

create table report_mark (
  id uuid primary key,
  submission_id uuid not null references report_submission,
  marker_id uuid not null references account,
  role text not null check (role in ('first', 'second', 'appeal')),
  -- hundredths of a point, by criterion: [{ id, points }]
  criteria jsonb not null,
  points int not null check (points >= 0),
  max_points int not null check (max_points > 0),
  comment text not null default '',
  marked_at timestamptz not null
);
create index report_mark_latest on report_mark (submission_id, marked_at desc);
call make_append_only('report_mark');

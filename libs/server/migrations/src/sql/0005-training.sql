-- Rule sets, cohorts, enrolments, meetings and attendance.
create table rule_set (
  id uuid primary key,
  code text not null,
  title text not null,
  title_en text not null,
  owner_unit_id uuid not null references admin_unit,
  valid daterange not null check (not isempty(valid)),
  -- typed in libs/domain (RuleSet): every parameter with its legal basis
  parameters jsonb not null,
  issued_basis text,
  created_at timestamptz not null default now(),
  exclude using gist (code with =, valid with &&)
);
-- A rule set that somebody is judged by never changes; it may end.
create function guard_rule_set() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.id, old.code, old.parameters, lower(old.valid)) is distinct from (new.id, new.code, new.parameters, lower(new.valid)) then
    raise exception 'a rule set never changes; issue a new one' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_rule_set before update or delete on rule_set for each row execute function guard_rule_set();
insert into append_only_table values ('rule_set', 'close');

create table cohort (
  id uuid primary key,
  code text not null unique,
  title text not null,
  course_id uuid not null references course,
  owner_unit_id uuid not null references admin_unit,
  issuer_id uuid not null references organisation,
  rule_set_id uuid not null references rule_set,
  manager_id uuid references account,
  opens_on date not null,
  closes_on date not null,
  study_deadline timestamptz,
  capacity int not null check (capacity between 1 and 1000),
  place text not null default '',
  state text not null check (state in ('planned', 'running', 'study_ended', 'results_closed', 'certified', 'archived', 'cancelled')),
  is_sample boolean not null default false,
  created_at timestamptz not null,
  created_by uuid references account,
  check (opens_on <= closes_on)
);
create index cohort_unit on cohort (owner_unit_id, opens_on desc);
create index cohort_course on cohort (course_id);

create table cohort_edition (
  cohort_id uuid not null references cohort,
  edition_id uuid not null references edition,
  during tstzrange not null check (not isempty(during)),
  cause text not null check (cause in ('opened', 'erratum', 'moved', 'moved_back', 'imported')),
  decided_by uuid references account,
  exclude using gist (cohort_id with =, during with &&)
);
create index cohort_edition_edition on cohort_edition (edition_id);

create table enrolment (
  id uuid primary key,
  cohort_id uuid not null references cohort,
  person_id uuid not null references person,
  number int not null,
  state text not null check (state in ('nominated', 'confirmed', 'studying', 'completed', 'not_completed', 'withdrawn', 'transferred')),
  -- as named on the day: { unitName, unitCode, provinceName, organisationName, positionTitle, categoryCode }
  placement jsonb not null,
  organisation_id uuid references organisation,
  -- what the person confirmed to be printed: { fullName, birthDate } with the time of confirmation
  printed_confirmed jsonb,
  printed_confirmed_at timestamptz,
  extra_minutes int not null default 0 check (extra_minutes between 0 and 600),
  enrolled_at timestamptz not null,
  enrolled_by uuid references account,
  unique (cohort_id, person_id),
  unique (cohort_id, number)
);
create index enrolment_person on enrolment (person_id);

create table enrolment_event (
  id uuid primary key,
  enrolment_id uuid not null references enrolment,
  event text not null,
  actor_id uuid references account,
  at timestamptz not null,
  payload jsonb not null default '{}'
);
create index enrolment_event_enrolment on enrolment_event (enrolment_id, at);
call make_append_only('enrolment_event');

-- Which way through a choice group a trainee takes.
create table enrolment_choice (
  enrolment_id uuid not null references enrolment,
  group_code text not null,
  module_node_id uuid not null references node,
  chosen_at timestamptz not null,
  primary key (enrolment_id, group_code, module_node_id)
);

create table enrolment_import (
  id uuid primary key,
  cohort_id uuid not null references cohort,
  file_sha256 bytea not null,
  file_name text not null,
  rows_total int not null,
  rows_ok int not null,
  -- [{row, column, code, params}]
  errors jsonb not null,
  state text not null check (state in ('checked', 'applied', 'refused')),
  checked_at timestamptz not null,
  checked_by uuid not null references account,
  applied_at timestamptz,
  -- rows ready to apply, without personal numbers in clear
  rows jsonb not null
);

create table class_meeting (
  id uuid primary key,
  cohort_id uuid not null references cohort,
  on_date date not null,
  half_day text not null check (half_day in ('morning', 'afternoon', 'evening')),
  periods int not null check (periods between 1 and 8),
  module_node_id uuid references node,
  topic text not null default '',
  place text not null default '',
  held boolean not null default false,
  created_by uuid references account,
  unique (cohort_id, on_date, half_day)
);

-- Append-only: the latest record of a person and meeting counts, earlier ones stay.
create table attendance_record (
  id uuid primary key,
  meeting_id uuid not null references class_meeting,
  enrolment_id uuid not null references enrolment,
  periods_present int not null check (periods_present between 0 and 8),
  excused boolean not null default false,
  make_up_for uuid references class_meeting,
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null references account
);
create index attendance_record_latest on attendance_record (enrolment_id, meeting_id, recorded_at desc);
call make_append_only('attendance_record');

-- Names and dates of birth that were put right after somebody was enrolled. The audit trail points at these rows: it
-- holds no personal data itself.
create table person_correction (
  id uuid primary key,
  person_id uuid not null references person,
  full_name_before text not null,
  full_name text not null,
  birth_date_before date,
  birth_date date,
  reason text not null,
  corrected_at timestamptz not null,
  corrected_by uuid references account
);
create index person_correction_person on person_correction (person_id);
call make_append_only('person_correction');

-- What a trainee says is wrong with what will be printed: { note, at }. Gone once it is put right or confirmed.
alter table enrolment add column printed_reported jsonb;

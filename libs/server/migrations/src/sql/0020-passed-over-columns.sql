-- Columns of a list of people that were not read, so that nobody believes they were: [{ column, heading }].
alter table enrolment_import add column passed_over jsonb not null default '[]';

-- The appraisal council (hội đồng thẩm định): what it must be, who sits on it, what they say of what was frozen.

-- What a council must be and how it decides: dated, with its legal basis. Without rules in force on a day, a signature is enough.
create table appraisal_rule_set (
  id uuid primary key,
  code text not null unique,
  title text not null,
  basis text not null,
  valid daterange not null check (not isempty(valid)),
  parameters jsonb not null,
  is_sample boolean not null default false,
  exclude using gist (valid with &&)
);
-- Rules that a council was counted by never change; they may end.
create function guard_appraisal_rule_set() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.id, old.code, old.title, old.basis, old.parameters, lower(old.valid))
     is distinct from (new.id, new.code, new.title, new.basis, new.parameters, lower(new.valid)) then
    raise exception 'rules of appraisal never change; issue new ones' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_appraisal_rule_set before update or delete on appraisal_rule_set for each row execute function guard_appraisal_rule_set();
create trigger refuse_truncate before truncate on appraisal_rule_set for each statement execute function refuse_change();
insert into append_only_table values ('appraisal_rule_set', 'close');

create table council (
  id uuid primary key,
  edition_id uuid not null references edition,
  rule_set_id uuid not null references appraisal_rule_set,
  decision_no text not null,
  decision_date date not null,
  papers_sent_on date not null,
  -- what was put before it; it is not asked about anything else
  manifest_hash bytea not null check (length(manifest_hash) = 32),
  convened_by uuid not null references account,
  convened_at timestamptz not null,
  stage text not null default 'sitting' check (stage in ('sitting', 'decided', 'dissolved')),
  outcome text check (outcome in ('pass', 'pass_with_changes', 'fail')),
  conclusion text not null default '',
  ended_by uuid references account,
  ended_at timestamptz,
  check ((stage = 'decided') = (outcome is not null)),
  check ((stage = 'sitting') = (ended_at is null))
);
-- one council for a frozen edition; after it was dissolved there may be another
create unique index council_of_edition on council (edition_id) where stage <> 'dissolved';
create index council_edition on council (edition_id, convened_at);

-- What a council was set up for never changes; it ends once.
create function guard_council() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a council is never deleted' using errcode = '23001'; end if;
  if (old.id, old.edition_id, old.rule_set_id, old.decision_no, old.decision_date, old.papers_sent_on, old.manifest_hash, old.convened_by, old.convened_at)
     is distinct from
     (new.id, new.edition_id, new.rule_set_id, new.decision_no, new.decision_date, new.papers_sent_on, new.manifest_hash, new.convened_by, new.convened_at)
     or old.stage <> 'sitting' then
    raise exception 'a council ends once, nothing else changes' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_council before update or delete on council for each row execute function guard_council();
create trigger refuse_truncate before truncate on council for each statement execute function refuse_change();
insert into append_only_table values ('council', 'close');

create table council_member (
  council_id uuid not null references council,
  account_id uuid not null references account,
  position int not null,
  duty text not null check (duty in ('chair', 'secretary', 'reviewer', 'member')),
  name text not null,
  organisation text not null default '',
  is_teacher boolean not null,
  represents_users boolean not null,
  years_of_experience int not null check (years_of_experience >= 0),
  primary key (council_id, account_id)
);
create index council_member_account on council_member (account_id);
call make_append_only('council_member');

create table council_ballot (
  id uuid primary key,
  council_id uuid not null,
  member_id uuid not null,
  value text not null check (value in ('pass', 'pass_with_changes', 'fail', 'abstain')),
  manifest_hash bytea not null check (length(manifest_hash) = 32),
  comment text not null default '',
  at timestamptz not null,
  foreign key (council_id, member_id) references council_member
);
create index council_ballot_council on council_ballot (council_id, at);
call make_append_only('council_ballot');

-- The chair of a council that asked for changes finds them in a later candidate: no new vote is needed.
create table council_confirmation (
  edition_id uuid primary key references edition,
  council_id uuid not null references council,
  manifest_hash bytea not null check (length(manifest_hash) = 32),
  confirmed_by uuid not null references account,
  at timestamptz not null
);
call make_append_only('council_confirmation');

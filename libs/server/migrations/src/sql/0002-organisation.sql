-- Administrative units and organisations, with validity and succession: nothing is overwritten, everything has dates.
create table admin_unit (
  id uuid primary key,
  code text not null,
  level text not null check (level in ('country', 'province', 'district', 'commune')),
  kind text not null,
  full_name text not null,
  folded_name text not null,
  valid daterange not null check (not isempty(valid)),
  legal_basis text,
  is_sample boolean not null default false,
  exclude using gist (code with =, level with =, valid with &&)
);
create index admin_unit_name on admin_unit (folded_name);

create table admin_unit_parent (
  unit_id uuid not null references admin_unit,
  parent_id uuid not null references admin_unit,
  valid daterange not null check (not isempty(valid)),
  check (unit_id <> parent_id),
  exclude using gist (unit_id with =, valid with &&)
);
create index admin_unit_parent_children on admin_unit_parent (parent_id);

create table admin_unit_succession (
  id uuid primary key,
  from_id uuid not null references admin_unit,
  to_id uuid not null references admin_unit,
  kind text not null check (kind in ('rename', 'kind_change', 'merge', 'split', 'reparent')),
  extent text not null check (extent in ('whole', 'part')),
  effective_on date not null,
  legal_basis text,
  unique (from_id, to_id, effective_on)
);

create table organisation (
  id uuid primary key,
  name text not null,
  name_en text,
  short_name text not null,
  short_name_en text,
  kind text not null check (kind in ('ministry', 'province_committee', 'home_affairs', 'school', 'commune_committee', 'other')),
  admin_unit_id uuid not null references admin_unit,
  parent_id uuid references organisation,
  contact text,
  valid daterange not null check (not isempty(valid)),
  is_sample boolean not null default false
);
create index organisation_unit on organisation (admin_unit_id);

create table organisation_succession (
  id uuid primary key,
  from_id uuid not null references organisation,
  to_id uuid not null references organisation,
  extent text not null check (extent in ('whole', 'part')),
  holds_registers boolean not null,
  effective_on date not null,
  legal_basis text
);

create table audience_category (
  code text primary key,
  name text not null,
  name_en text not null,
  valid daterange not null
);

-- Every unit at or below the roots on a day, by the tree of that day. A root that was renamed or re-parented counts
-- through its whole successor; an ended unit is reached through the whole successor that holds its archive, or through
-- its last parent. A right follows its unit and never widens: a merge gives the old unit's officers nothing new.
create function units_under(roots uuid[], on_day date) returns setof uuid language sql stable as $$
  with recursive root(id) as (
    select unnest(roots)
    union
    select s.to_id from root r join admin_unit_succession s on s.from_id = r.id
    where s.extent = 'whole' and s.effective_on <= on_day and s.kind in ('rename', 'kind_change', 'reparent')
  ), below(id) as (
    select id from root
    union
    select reached.id from below b cross join lateral (
      select p.unit_id as id from admin_unit_parent p
      where p.parent_id = b.id
        and (p.valid @> on_day
          or not exists (select 1 from admin_unit_parent q where q.unit_id = p.unit_id and q.valid @> on_day))
      union all
      select s.from_id from admin_unit_succession s
      where s.to_id = b.id and s.extent = 'whole' and s.effective_on <= on_day
    ) reached
  )
  select id from below
$$;

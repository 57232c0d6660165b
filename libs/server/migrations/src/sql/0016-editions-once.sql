-- Two editions never govern one day, whatever was withdrawn: until the day of its withdrawal an edition counts.
-- One withdrawn before it began never governed anything.
alter table edition drop constraint edition_force_once;
alter table edition add constraint edition_force_once
  exclude using gist (curriculum_id with =, force with &&)
  where (issued_at is not null and force is not null
    and (withdrawn_at is null or lower(force) < (withdrawn_at at time zone 'Asia/Ho_Chi_Minh')::date));
alter table edition drop constraint edition_applies_once;
alter table edition add constraint edition_applies_once
  exclude using gist (curriculum_id with =, major with =, applies with &&)
  where (issued_at is not null
    and (withdrawn_at is null or lower(applies) < (withdrawn_at at time zone 'Asia/Ho_Chi_Minh')::date));

-- The days of an issued edition are only ever shortened: whoever lengthened one would rewrite what was in force.
create function guard_edition_days() returns trigger language plpgsql as $$
begin
  if old.issued_at is not null
     and (not (new.force <@ old.force) or not (new.applies <@ old.applies)
       or (old.force is null) <> (new.force is null)) then
    raise exception 'the days of an issued edition are only ever shortened' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_edition_days before update on edition for each row execute function guard_edition_days();

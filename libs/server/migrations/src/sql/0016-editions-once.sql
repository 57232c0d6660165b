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

-- An erratum to an edition that is not the head of the main line is made on a line of its own, one for a major;
-- the same correction is then asked for on the main line by a request that follows it.
create unique index line_one_fork on line (forked_from_commit_id) where kind = 'maintenance';
alter table line add constraint line_fork_kind check ((kind = 'maintenance') = (forked_from_commit_id is not null));
alter table change_request add column follows_id uuid references change_request;
create unique index change_request_follows on change_request (follows_id) where follows_id is not null;

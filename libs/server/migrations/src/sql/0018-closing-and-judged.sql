-- An erratum reaches a cohort whose results are closed on the day that it takes effect only if it was issued before
-- that, so the moment of the closing is kept: for those closed before, as the audit trail tells it, else as the award
-- was signed. Where neither tells, the cohort keeps what it has: what took effect on the day.
alter table cohort add column results_closed_at timestamptz;
update cohort c set results_closed_at = found.at
  from (select q.id, coalesce(
      (select max(a.at) from audit_entry a
        where a.subject_kind = 'cohort' and a.subject_id = q.id::text
          and a.action = 'cohort.move-state' and a.details->>'to' = 'results_closed'),
      (select min(d.signed_at) from award_decision d join award_proposal p on p.id = d.proposal_id
        where p.cohort_id = q.id)) as at
    from cohort q) found
  where found.id = c.id and (found.at at time zone 'Asia/Ho_Chi_Minh')::date = c.results_closed_on;
alter table cohort add constraint cohort_results_closed_at
  check (results_closed_at is null or (results_closed_at at time zone 'Asia/Ho_Chi_Minh')::date = results_closed_on);

-- What a verdict was about is kept with it, for working texts keep their last versions only: per node what the request
-- did with it, its text by the hash of the blob. Of verdicts given before this the judged text is only known as far as
-- those versions reach; `kept` tells which are which.
alter table review add column kept boolean not null default false;
create table judged_node (
  request_id uuid not null references change_request,
  overlay_hash bytea not null check (length(overlay_hash) = 32),
  node_id uuid not null references node,
  -- where the request put it; null where it stayed
  parent_id uuid references node,
  rank text collate "C",
  deleted boolean not null,
  -- null where the request left its content alone
  title text,
  meta jsonb,
  doc_hash bytea references blob,
  primary key (request_id, overlay_hash, node_id),
  check ((parent_id is null) = (rank is null)),
  check ((title is null) = (meta is null) and (title is not null or doc_hash is null))
);
call make_append_only('judged_node');

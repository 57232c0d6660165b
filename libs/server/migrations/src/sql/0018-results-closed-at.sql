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

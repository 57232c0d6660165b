-- Errata reach cohorts that run. One whose results are closed stays with what its people studied, so the day of the
-- closing is kept: for those closed before, as the audit trail tells it, else the day on which the award was signed,
-- else the last day of the cohort.
alter table cohort add column results_closed_on date;
update cohort c set results_closed_on = coalesce(
    (select max((a.at at time zone 'Asia/Ho_Chi_Minh')::date) from audit_entry a
      where a.subject_kind = 'cohort' and a.subject_id = c.id::text
        and a.action = 'cohort.move-state' and a.details->>'to' = 'results_closed'),
    (select min((d.signed_at at time zone 'Asia/Ho_Chi_Minh')::date)
      from award_decision d join award_proposal p on p.id = d.proposal_id where p.cohort_id = c.id),
    c.closes_on)
  where state in ('results_closed', 'certified', 'archived');
alter table cohort add constraint cohort_results_closed_on
  check (results_closed_on is not null or state not in ('results_closed', 'certified', 'archived'));

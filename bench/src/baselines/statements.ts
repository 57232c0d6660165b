/** One answer of the journal; the same table, columns and conflict rule as the product's. */
export const APPEND_SQL = `insert into journal_entry (device_id, seq, account_id, scope, scope_id, slot, node_id, revision_id,
    value, device_time, clock_trusted, effective_at, received_at, late, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14)
  on conflict (device_id, seq) do nothing returning seq`;

/** The text of a lesson for whoever holds the enrolment. */
export const TEXT_SQL = `select r.title, r.meta, b.body
  from enrolment n, node_revision r join blob b on b.hash = r.doc_hash
  where n.id = $1 and n.person_id = $2 and n.state <> 'withdrawn' and r.id = $3`;

/** Who reads, in which cohort, and what was read before: the statement of the product. */
export const ACCESS_SQL = `select n.state as "enrolmentState", c.id as "cohortId", c.state as "cohortState",
    c.course_id as "courseId", c.opens_on as "opensOn", c.closes_on as "closesOn", pin.edition_id as "pinnedEditionId",
    coalesce((select json_agg(json_build_object('nodeId', p.node_id, 'revisionId', p.revision_id,
        'studyHash', encode(p.study_hash, 'hex'), 'blocksRead', p.blocks_read, 'lastBlockId', p.last_block_id,
        'seconds', p.seconds, 'state', p.state, 'doneAt', p.done_at, 'updatedAt', p.updated_at))
      from lesson_progress p where p.enrolment_id = n.id and p.node_id = $3), '[]') as progress
  from enrolment n join cohort c on c.id = n.cohort_id
  join lateral (select edition_id from cohort_edition e where e.cohort_id = c.id
    order by lower(e.during) desc limit 1) pin on true
  where n.id = $1 and n.person_id = $2 and n.state <> 'withdrawn'`;

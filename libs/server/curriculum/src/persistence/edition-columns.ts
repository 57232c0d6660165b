/** First day in Hanoi on which an edition is withdrawn; null for one that is not. */
export const WITHDRAWN_DAY = `(e.withdrawn_at at time zone 'Asia/Ho_Chi_Minh')::date`;

/** What is read of an edition, from `EDITION_FROM`. */
export const EDITION_COLUMNS = `e.id, e.curriculum_id as "curriculumId", e.major, e.minor, e.commit_id as "commitId",
  c.line_id as "lineId", c.seq, encode(e.manifest_hash, 'hex') as "manifestHash", e.kind,
  e.erratum_of_id as "erratumOfId", e.state, e.title, e.prepared_by as "preparedBy", e.prepared_at as "preparedAt",
  e.decision_no as "decisionNo", e.decision_date as "decisionDate", e.decision_title as "decisionTitle",
  e.signer_id as "signerId", e.signer_label as "signerLabel",
  lower(e.force) as "forceFrom", upper(e.force) as "forceTo",
  lower(e.applies) as "appliesFrom", upper(e.applies) as "appliesTo",
  e.issued_at as "issuedAt", e.withdrawn_at as "withdrawnAt", e.record_only as "recordOnly"`;

export const EDITION_FROM = 'from edition e join line_commit c on c.id = e.commit_id';

-- What a request did with a node when that was restored to what the edition says: kept as it stood, so that whoever
-- restored by mistake loses nothing. The last time only; it counts for nothing until it is brought back.
create table cr_set_aside (
  request_id uuid not null references change_request,
  node_id uuid not null references node,
  -- the rows of cr_item and, where a working text was written, of cr_draft
  item jsonb not null,
  draft jsonb,
  primary key (request_id, node_id)
);

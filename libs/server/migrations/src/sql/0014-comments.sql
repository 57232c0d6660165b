-- What people say about passages of a change request or of a frozen edition. Kept beside the text, never in it:
-- marks inside would change its hash. Nothing said is ever taken away; what state a thread is in follows from its entries.
create table comment_thread (
  id uuid primary key,
  curriculum_id uuid not null references curriculum,
  request_id uuid references change_request,
  edition_id uuid references edition,
  node_id uuid not null references node,
  -- of the text as it will be, or of the text as it was before the request
  side text not null check (side in ('after', 'before')),
  -- the words that were spoken about; without a block the node as a whole, without a quote the block
  block_id text check (block_id ~ '^[A-Za-z0-9_-]{1,40}$'),
  quote text not null default '' check (length(quote) <= 2000),
  quote_before text not null default '',
  quote_after text not null default '',
  quote_offset int not null default 0 check (quote_offset >= 0),
  -- the request or the edition as a whole when they were spoken about
  seen_hash bytea not null check (length(seen_hash) = 32),
  -- the revision of the node in a frozen edition
  revision_id uuid references node_revision,
  -- must be resolved before anybody approves
  blocking boolean not null,
  opened_by uuid not null references account,
  opened_at timestamptz not null,
  check (num_nonnulls(request_id, edition_id) = 1),
  check ((edition_id is null) = (revision_id is null)),
  check (block_id is not null or quote = '')
);
create index comment_thread_request on comment_thread (request_id, opened_at) where request_id is not null;
create index comment_thread_edition on comment_thread (edition_id, opened_at) where edition_id is not null;
call make_append_only('comment_thread');

create table comment_entry (
  id uuid primary key,
  thread_id uuid not null references comment_thread,
  -- of two that are written at the same time one waits and is judged anew
  seq int not null check (seq > 0),
  kind text not null check (kind in ('comment', 'suggestion', 'resolved', 'reopened', 'taken_over', 'declined')),
  body text not null default '',
  -- the suggestion that was taken over or declined
  about_id uuid references comment_entry,
  -- a wording: the block as it was seen and as it is to be
  block_before jsonb,
  block_after jsonb,
  actor_id uuid not null references account,
  at timestamptz not null,
  unique (thread_id, seq),
  check ((kind = 'suggestion') = (block_before is not null and block_after is not null)),
  check ((kind in ('taken_over', 'declined')) = (about_id is not null)),
  check (kind <> 'comment' or body <> ''),
  check (kind <> 'declined' or body <> '')
);
-- a suggestion is answered once
create unique index comment_entry_answer on comment_entry (about_id) where about_id is not null;
call make_append_only('comment_entry');

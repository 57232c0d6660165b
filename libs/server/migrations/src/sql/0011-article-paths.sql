-- The file that a node was first read from, relative to its snapshot: its stable name in a history of somebody else.
alter table node add column path text check (path <> '');
create unique index node_path on node (curriculum_id, path) where path is not null;

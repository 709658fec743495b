-- A file of the person in the media service, or none. Locks: one on profiles for the moment that adding a column takes; no
-- row is written.
alter table profiles add column picture_id uuid;

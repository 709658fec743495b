-- Files of messages that wait to be posted: they are not collected meanwhile. Locks: creates; the view for a moment.

create table held_files (
    scheduled_message_id uuid not null,
    media_id             uuid not null constraint held_files_media_fk references media on delete cascade,
    constraint held_files_pk primary key (scheduled_message_id, media_id)
);

create index held_files_media_ix on held_files (media_id);

-- The files that are somewhere to be seen, or are going to be. What is not in here is collected.
create or replace view used_media as
    select media_id from attachments where deleted_at is null
    union all
    select media_id from pictures where media_id is not null
    union all
    select media_id from held_files;

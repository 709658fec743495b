-- Uploads, files and their previews, the replica of who may read what, and the queues. Locks: creates only.

-- An upload has the id of the file it becomes. What is durable of it: the parts in the store, whose tags are
-- in part_tags, and after them the pieces, objects of their own, which become a part when they are enough.
create table uploads (
    upload_id     uuid        not null constraint uploads_pk primary key,
    owner_id      uuid        not null,
    state         text        not null constraint uploads_state_ck check (state in ('open', 'completed', 'gone')),
    name          text        not null,
    keep_original boolean     not null,
    bytes         bigint      not null constraint uploads_bytes_ck check (bytes >= 0),
    part_size     bigint      not null constraint uploads_part_size_ck check (part_size > 0),
    received      bigint      not null constraint uploads_received_ck check (received between 0 and bytes),
    multipart_id  text,
    part_tags     text[]      not null,
    piece_keys    text[]      not null,
    piece_sizes   bigint[]    not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    lease_token   uuid,
    leased_until  timestamptz
);

create index uploads_owner_ix on uploads (owner_id) where state = 'open';
create index uploads_expiry_ix on uploads (expires_at);
create index uploads_whole_ix on uploads (created_at) where state = 'open' and received = bytes;

-- From withdrawn_at on nobody can attach it; it is deleted later, unless a message got it at that moment.
create table media (
    media_id      uuid        not null constraint media_pk primary key,
    owner_id      uuid        not null,
    kind          text        not null constraint media_kind_ck check (kind in ('image', 'video', 'audio', 'file')),
    state         text        not null
        constraint media_state_ck check (state in ('processing', 'ready', 'no-preview', 'refused')),
    name          text        not null,
    content_type  text        not null,
    bytes         bigint      not null,
    object_key    text        not null,
    revision      integer     not null,
    keep_original boolean     not null,
    width         integer,
    height        integer,
    duration_ms   bigint,
    placeholder   text,
    waveform      integer[],
    created_at    timestamptz not null,
    withdrawn_at  timestamptz
);

create index media_owner_ix on media (owner_id);
create index media_created_ix on media (created_at, media_id);

create table previews (
    media_id     uuid    not null constraint previews_media_fk references media on delete cascade,
    variant      text    not null constraint previews_variant_ck check (variant in ('small', 'medium', 'large', 'poster')),
    width        integer not null,
    height       integer not null,
    content_type text    not null,
    bytes        bigint  not null,
    object_key   text    not null,
    constraint previews_pk primary key (media_id, variant)
);

-- Files to be looked into. A row is taken by a lease, and is gone when its outcome is stored.
create table preview_jobs (
    media_id     uuid        not null constraint preview_jobs_pk primary key
        constraint preview_jobs_media_fk references media on delete cascade,
    attempts     integer     not null,
    available_at timestamptz not null,
    lease_token  uuid
);

create index preview_jobs_available_ix on preview_jobs (available_at, media_id);

-- The replica: who is, or was, in a chat, as of which entry of its log; and what is attached to which message.
create table memberships (
    chat_id uuid    not null,
    user_id uuid    not null,
    present boolean not null,
    seq     bigint  not null,
    constraint memberships_pk primary key (chat_id, user_id)
);

create table attachments (
    media_id   uuid        not null,
    chat_id    uuid        not null,
    seq        bigint      not null,
    deleted_at timestamptz,
    constraint attachments_pk primary key (media_id, chat_id, seq)
);

create index attachments_message_ix on attachments (chat_id, seq);

-- What is to be taken out of the store: all objects whose keys begin so, and a multipart upload that was begun.
create table garbage (
    prefix       text        not null constraint garbage_pk primary key,
    object_key   text,
    multipart_id text,
    since        timestamptz not null
);

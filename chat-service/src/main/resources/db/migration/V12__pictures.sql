-- A chat's picture, a file of who set it in the media service, or none; private chats show the other person's. And the emoji
-- that a chat has of its own. Locks: chats is scanned once for the constraint, while writers wait; there are few chats, and all
-- rows are null. No row is written.
alter table chats add column picture_id uuid
    constraint chats_picture_ck check (picture_id is null or kind <> 'private');

create table emoji (
    chat_id  uuid        not null constraint emoji_chat_fk references chats on delete cascade,
    name     text        not null constraint emoji_name_ck check (name ~ '^[a-z0-9_-]{2,32}$'),
    media_id uuid        not null,
    added_by uuid        not null,
    added_at timestamptz not null,
    constraint emoji_pk primary key (chat_id, name)
);

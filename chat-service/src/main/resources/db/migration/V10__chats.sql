-- Chats, who belongs to them, the people known here, and the answers kept for Idempotency-Key.
-- Locks: creates only. Every change to a chat or its members first locks the row in chats, so the
-- changes of one chat are in one order, which is the order of chats.version and of its outbox rows.

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- Text as it is compared in searches: no accents, no case. Declared immutable although unaccent is
-- only stable: its rules are a file of the server, which an upgrade may change. Then reindex.
create function folded(words text) returns text
    language sql immutable strict parallel safe
    return casefold(public.unaccent('public.unaccent'::regdictionary, words) collate pg_unicode_fast);

-- Words as a LIKE pattern that means just them.
create function pattern(words text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(words, '([\\%_])', '\\\1', 'g');

create table chats (
    id           uuid        not null constraint chats_pk primary key,
    kind         text        not null constraint chats_kind_ck check (kind in ('public', 'private', 'group')),
    title        text        constraint chats_title_ck check ((title is null) = (kind = 'private')),
    description  text        not null,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    version      bigint      not null constraint chats_version_ck check (version > 0),
    member_count integer     not null constraint chats_member_count_ck check (member_count > 0),
    private_low  uuid,
    private_high uuid,
    title_folded text        generated always as (folded(title)) stored,
    constraint chats_private_pair_ck check (
        case when kind = 'private' then private_low < private_high
             else private_low is null and private_high is null end)
);

-- One private chat for two people, whoever of them begins it.
create unique index chats_private_pair_uq on chats (private_low, private_high) where kind = 'private';
create index chats_public_ix on chats (id desc) where kind = 'public';
create index chats_public_title_ix on chats using gin (title_folded gin_trgm_ops) where kind = 'public';

-- ordinal is the order of joining; joined_at is not unique.
create table members (
    chat_id   uuid        not null constraint members_chat_fk references chats on delete cascade,
    user_id   uuid        not null,
    role      text        not null constraint members_role_ck check (role in ('owner', 'admin', 'member')),
    joined_at timestamptz not null,
    ordinal   bigint      generated always as identity,
    constraint members_pk primary key (chat_id, user_id)
);

create index members_user_ix on members (user_id, chat_id desc);
create index members_order_ix on members (chat_id, ordinal);
create index members_role_ix on members (chat_id, role, ordinal);

-- Replica of the ids of user.events.v1.
create table people (
    user_id uuid not null constraint people_pk primary key
);

-- The answer to a creation, for a repeat with the same key. response is null once the chat is gone.
create table idempotency_keys (
    user_id     uuid        not null,
    key         text        not null,
    fingerprint text        not null,
    chat_id     uuid        not null,
    created     boolean     not null,
    response    text,
    stored_at   timestamptz not null,
    constraint idempotency_keys_pk primary key (user_id, key)
);

create index idempotency_keys_chat_ix on idempotency_keys (chat_id);
create index idempotency_keys_age_ix on idempotency_keys (stored_at);

-- Who may talk where, as of which version of each chat: a replica of chat.events.v1. Locks: creates only.

-- A chat whose beginning is not known has no kind. The row stays when the chat is gone, so that a repeat changes nothing.
create table chats (
    chat_id uuid   not null constraint chats_pk primary key,
    kind    text   constraint chats_kind_ck check (kind in ('public', 'private', 'group')),
    version bigint not null
);

create table memberships (
    user_id uuid not null,
    chat_id uuid not null constraint memberships_chat_fk references chats (chat_id),
    role    text not null constraint memberships_role_ck check (role in ('owner', 'admin', 'member')),
    constraint memberships_pk primary key (user_id, chat_id)
);

create index memberships_chat_ix on memberships (chat_id);

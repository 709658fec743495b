-- Messages that are to be posted later. Locks: creates; idempotency_keys for a moment, for the new name of a column.

create table scheduled_messages (
    scheduled_message_id uuid        not null constraint scheduled_messages_pk primary key,
    user_id              uuid        not null,
    chat_id              uuid        not null,
    text                 text        not null,
    thread               bigint      constraint scheduled_messages_thread_ck check (thread > 0),
    reply_to             bigint      constraint scheduled_messages_reply_to_ck check (reply_to > 0),
    attachments          uuid[]      not null,
    due_at               timestamptz not null,
    zone                 text        not null,
    state                text        not null
        constraint scheduled_messages_state_ck check (state in ('waiting', 'sending', 'sent', 'refused')),
    refusal_type         text,
    refusal_detail       text,
    message              bigint,
    version              bigint      not null constraint scheduled_messages_version_ck check (version > 0),
    created_at           timestamptz not null,
    changed_at           timestamptz not null,
    constraint scheduled_messages_says_ck check (text <> '' or cardinality(attachments) > 0),
    constraint scheduled_messages_sent_ck check ((state = 'sent') = (message is not null)),
    constraint scheduled_messages_refused_ck
        check (num_nonnulls(refusal_type, refusal_detail) = case when state = 'refused' then 2 else 0 end)
);

-- What is due, the soonest first.
create index scheduled_messages_due_ix on scheduled_messages (due_at, scheduled_message_id) where state = 'waiting';
-- Pages of one person: what waits as it is due, which is counted too, and everything newest first.
create index scheduled_messages_waiting_ix on scheduled_messages (user_id, due_at, scheduled_message_id) where state = 'waiting';
create index scheduled_messages_person_ix on scheduled_messages (user_id, scheduled_message_id);
create index scheduled_messages_over_ix on scheduled_messages (changed_at) where state in ('sent', 'refused');

-- A key may have made a reminder or a scheduled message.
alter table idempotency_keys rename column reminder_id to made_id;

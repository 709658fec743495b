-- The replica of what decisions need, what people want to be told, and their inboxes. Locks: creates only.

-- How far the log of a chat was dealt with: an entry up to there that comes again is passed over.
create table chats (
    chat_id     uuid   not null constraint chats_pk primary key,
    kind        text   not null constraint chats_kind_ck check (kind in ('public', 'private', 'group')),
    handled_seq bigint not null
);

-- Who is, or was, in a chat, as of which entry of its log.
create table memberships (
    chat_id uuid    not null,
    user_id uuid    not null,
    present boolean not null,
    seq     bigint  not null,
    constraint memberships_pk primary key (chat_id, user_id)
);

-- Whose the newest messages of a chat are, and in which thread. What is older goes with each that is added.
create table authors (
    chat_id uuid   not null,
    seq     bigint not null,
    user_id uuid   not null,
    thread  bigint,
    constraint authors_pk primary key (chat_id, seq)
);

-- How far people have read; thread is 0 for the main conversation.
create table markers (
    user_id    uuid    not null,
    chat_id    uuid    not null,
    thread     bigint  not null,
    generation integer not null,
    read_seq   bigint  not null,
    constraint markers_pk primary key (user_id, chat_id, thread)
);

create index markers_chat_ix on markers (chat_id);

-- What people chose to be told of; who did not has no row.
create table levels (
    chat_id uuid not null,
    user_id uuid not null,
    level   text not null constraint levels_level_ck check (level in ('all', 'mentions', 'none')),
    constraint levels_pk primary key (chat_id, user_id)
);

create index levels_all_ix on levels (chat_id, user_id) where level = 'all';

-- Whoever changes an inbox locks its row first, of several inboxes in the order of their ids. The version counts the
-- events of the person.
create table inboxes (
    user_id uuid   not null constraint inboxes_pk primary key,
    version bigint not null
);

-- version is the inbox's as of which the notification came or grew last: the order of the inbox. An unread notification of
-- the same burst grows instead of another one being made. What message, by_id, excerpt, count and at say follows from causes.
create table notifications (
    notification_id uuid        not null constraint notifications_pk primary key,
    user_id         uuid        not null constraint notifications_inbox_fk references inboxes,
    version         bigint      not null,
    burst           text        not null,
    kind            text        not null,
    state           text        not null
        constraint notifications_state_ck check (state in ('unread', 'read', 'withdrawn')),
    chat_id         uuid,
    thread          bigint,
    reminder_id     uuid,
    message         bigint,
    by_id           uuid,
    excerpt         text        not null,
    count           integer     not null,
    at              timestamptz not null,
    constraint notifications_order_uq unique (user_id, version)
);

create unique index notifications_burst_uq on notifications (user_id, burst) where state = 'unread';
create index notifications_unread_ix on notifications (user_id, version) where state = 'unread';

-- What a notification stands for. A cause is told to a person once, also when it is withdrawn: its row stays as long as the
-- notification. seq orders those of one notification. Of a reminder chat_id and message are null: it is told of whatever
-- becomes of the message.
create table causes (
    user_id         uuid        not null,
    cause           text        not null,
    notification_id uuid        not null
        constraint causes_notification_fk references notifications on delete cascade,
    state           text        not null constraint causes_state_ck check (state in ('open', 'read', 'withdrawn')),
    chat_id         uuid,
    thread          bigint,
    message         bigint,
    seq             bigint      not null,
    by_id           uuid,
    excerpt         text        not null,
    at              timestamptz not null,
    constraint causes_pk primary key (user_id, cause)
);

create index causes_notification_ix on causes (notification_id, seq);
create index causes_message_ix on causes (chat_id, message, user_id) where state <> 'withdrawn';
create index causes_open_ix on causes (user_id, chat_id, seq) where state = 'open';

-- Brings notifications to what their causes say now; tells those that changed their state. The caller has the inbox locked.
create function refresh_notifications(p_ids uuid[])
    returns table (changed_id uuid, changed_state text)
    language sql as $$
    with before as materialized (
        select n.notification_id, n.state from notifications n where n.notification_id = any(p_ids)
    ), after as (
        select b.notification_id, b.state as old_state, t.opened, t.seen
        from before b cross join lateral (
            select count(*) filter (where c.state = 'open')::integer as opened,
                   count(*) filter (where c.state = 'read')::integer as seen
            from causes c where c.notification_id = b.notification_id) t
    ), changed as (
        update notifications n
        set state = case when a.opened > 0 then 'unread' when a.seen > 0 then 'read' else 'withdrawn' end,
            count = case when a.opened > 0 then a.opened else a.seen end,
            message = coalesce(newest.message, n.message),
            by_id = coalesce(newest.by_id, n.by_id),
            excerpt = coalesce(newest.excerpt, ''),
            at = coalesce(newest.at, n.at)
        from after a left join lateral (
            select c.message, c.by_id, c.excerpt, c.at from causes c
            where c.notification_id = a.notification_id
                and c.state = case when a.opened > 0 then 'open' else 'read' end
            order by c.seq desc limit 1) newest on true
        where n.notification_id = a.notification_id
        returning n.notification_id, n.state, a.old_state
    )
    select c.notification_id, c.state from changed c where c.state <> c.old_state
$$;

-- Tells a person something, as a new notification, p_id, or by letting an unread one of the same burst grow. Gives that
-- as it is then, with how many are unread; nothing when they were told of this cause before. The caller has the inbox locked.
create function tell(
    p_id uuid, p_user uuid, p_burst text, p_kind text, p_reminder uuid, p_about_chat uuid, p_about_message bigint,
    p_cause text, p_chat uuid, p_thread bigint, p_message bigint, p_seq bigint, p_by uuid, p_excerpt text, p_at timestamptz,
    p_most_causes integer, p_kept integer)
    returns table (
        notification_id uuid, user_id uuid, version bigint, kind text, state text, chat_id uuid, message bigint, thread bigint,
        reminder_id uuid, by_id uuid, excerpt text, count integer, at timestamptz, unread integer)
    language plpgsql as $$
#variable_conflict use_column
declare
    v_version bigint;
    v_id uuid;
begin
    if exists (select from causes c where c.user_id = p_user and c.cause = p_cause) then
        return;
    end if;
    update inboxes i set version = i.version + 1 where i.user_id = p_user returning i.version into v_version;
    update notifications n set version = v_version
    where n.user_id = p_user and n.burst = p_burst and n.state = 'unread' returning n.notification_id into v_id;
    if v_id is null then
        v_id := p_id;
        insert into notifications (
            notification_id, user_id, version, burst, kind, state, chat_id, thread, reminder_id, message, by_id, excerpt, count, at)
        values (
            v_id, p_user, v_version, p_burst, p_kind, 'unread', p_about_chat, p_thread, p_reminder, p_about_message, p_by,
            p_excerpt, 1, p_at);
    end if;
    insert into causes (user_id, cause, notification_id, state, chat_id, thread, message, seq, by_id, excerpt, at)
    values (p_user, p_cause, v_id, 'open', p_chat, p_thread, p_message, p_seq, p_by, p_excerpt, p_at);
    delete from causes c where c.notification_id = v_id and c.cause in (
        select o.cause from causes o where o.notification_id = v_id order by o.seq desc offset p_most_causes);
    perform refresh_notifications(array[v_id]);
    delete from notifications n where n.user_id = p_user and n.version <= (
        select o.version from notifications o where o.user_id = p_user order by o.version desc offset p_kept limit 1);
    return query
    select n.notification_id, n.user_id, n.version, n.kind, n.state, n.chat_id, n.message, n.thread, n.reminder_id, n.by_id,
           n.excerpt, n.count, n.at,
           (select count(*)::integer from notifications u where u.user_id = p_user and u.state = 'unread')
    from notifications n where n.notification_id = v_id;
end
$$;

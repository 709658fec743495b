-- Alerts: rules by which people want to be told. And one statement for most of what is said, of which nobody is told.
-- Locks: chats and notifications for a moment, for columns without a default.

-- quiet_for is in seconds; lookup leads from what was said to the rules that may wait for it. check_at is when a chat may have
-- been quiet for that long; null while the alert waits for somebody to write.
create table alerts (
    alert_id   uuid        not null constraint alerts_pk primary key,
    user_id    uuid        not null,
    kind       text        not null constraint alerts_kind_ck check (kind in ('word', 'person', 'quiet')),
    word       text,
    folded     text,
    person_id  uuid,
    chat_id    uuid,
    quiet_for  bigint,
    lookup     text        collate "C",
    check_at   timestamptz,
    created_at timestamptz not null,
    constraint alerts_word_ck check ((kind = 'word') = (word is not null) and (kind = 'word') = (folded is not null)),
    constraint alerts_person_ck check ((kind = 'person') = (person_id is not null)),
    constraint alerts_quiet_ck check ((kind = 'quiet') = (quiet_for is not null) and (kind <> 'quiet' or chat_id is not null)),
    constraint alerts_lookup_ck check ((kind = 'quiet') = (lookup is null)),
    constraint alerts_same_uq unique nulls not distinct (user_id, kind, folded, person_id, chat_id, quiet_for)
);

create index alerts_lookup_ix on alerts (lookup) where lookup is not null;
create index alerts_chat_ix on alerts (chat_id, user_id) where chat_id is not null;
create index alerts_check_ix on alerts (check_at) where check_at is not null;
create index alerts_waiting_ix on alerts (chat_id) where kind = 'quiet' and check_at is null;

alter table notifications add column alert_id uuid;

-- The newest message, whoever wrote it.
alter table chats add column spoken_seq bigint, add column spoken_at timestamptz;

-- A message was dealt with: remembers whose it is, forgets that of those p_kept and more entries before, and lets alerts that
-- waited for somebody to write wait for silence.
create function note_message(p_chat uuid, p_seq bigint, p_sender uuid, p_thread bigint, p_at timestamptz, p_kept integer)
    returns void
    language plpgsql as $$
begin
    delete from authors a where a.chat_id = p_chat and a.seq <= p_seq - p_kept;
    insert into authors (chat_id, seq, user_id, thread) values (p_chat, p_seq, p_sender, p_thread)
    on conflict (chat_id, seq) do nothing;
    -- The kind of a chat whose beginning is not known is not private: no chat of two is opened later.
    insert into chats as c (chat_id, kind, handled_seq, spoken_seq, spoken_at) values (p_chat, 'group', p_seq, p_seq, p_at)
    on conflict (chat_id) do update
    set handled_seq = excluded.handled_seq, spoken_seq = excluded.spoken_seq, spoken_at = excluded.spoken_at
    where c.handled_seq < excluded.handled_seq;
    update alerts a set check_at = p_at + make_interval(secs => a.quiet_for)
    where a.chat_id = p_chat and a.kind = 'quiet' and a.check_at is null;
end
$$;

-- Whether it is a private chat, when somebody may have to be told of a message. Nothing when it was dealt with before, or is
-- now since it concerns nobody: so it is for most messages. p_called are people that it calls, p_answers the messages that it
-- answers, p_lookups lead to alerts.
create function hear_message(
    p_chat uuid, p_seq bigint, p_sender uuid, p_thread bigint, p_at timestamptz, p_kept integer, p_everyone boolean,
    p_called uuid[], p_answers bigint[], p_lookups text[])
    returns table (is_private boolean)
    language plpgsql as $$
declare
    v_private boolean;
    v_handled bigint;
begin
    select c.kind = 'private', c.handled_seq into v_private, v_handled from chats c where c.chat_id = p_chat;
    if v_handled >= p_seq then
        return;
    end if;
    if p_everyone or v_private
        or (cardinality(p_called) > 0 and exists (
            select from memberships m
            where m.chat_id = p_chat and m.user_id = any(p_called) and m.present and m.user_id <> p_sender))
        or (cardinality(p_answers) > 0 and exists (
            select from authors a where a.chat_id = p_chat and a.seq = any(p_answers) and a.user_id <> p_sender))
        or exists (select from levels l where l.chat_id = p_chat and l.level = 'all' and l.user_id <> p_sender)
        or exists (
            select from alerts a join memberships m on m.chat_id = p_chat and m.user_id = a.user_id
            where a.lookup = any(p_lookups) and (a.chat_id is null or a.chat_id = p_chat) and m.present
                and a.user_id <> p_sender)
    then
        return query select coalesce(v_private, false);
        return;
    end if;
    perform note_message(p_chat, p_seq, p_sender, p_thread, p_at, p_kept);
end
$$;

-- A person has read so far; of two markers of a place the greater one counts, by generation first. Whether there may be
-- something to settle. Under the lock of the inbox, so that of a message and a marker past it one comes first.
create function note_marker(p_user uuid, p_chat uuid, p_thread bigint, p_generation integer, p_seq bigint)
    returns boolean
    language plpgsql as $$
begin
    insert into inboxes (user_id, version) values (p_user, 0) on conflict (user_id) do nothing;
    perform from inboxes i where i.user_id = p_user for update;
    insert into markers as m (user_id, chat_id, thread, generation, read_seq)
    values (p_user, p_chat, p_thread, p_generation, p_seq)
    on conflict (user_id, chat_id, thread) do update
    set generation = excluded.generation, read_seq = excluded.read_seq
    where (m.generation, m.read_seq) < (excluded.generation, excluded.read_seq);
    return exists (
        select from causes c
        where c.user_id = p_user and c.chat_id = p_chat and c.state = 'open' and c.seq <= p_seq
            and coalesce(c.thread, 0) = p_thread);
end
$$;

drop function tell(
    uuid, uuid, text, text, uuid, uuid, bigint, text, uuid, bigint, bigint, bigint, uuid, text, timestamptz, integer, integer);

-- Tells a person something, as a new notification, p_id, or by letting an unread one of the same burst grow. Gives that
-- as it is then, with how many are unread; nothing when they were told of this cause before. The caller has the inbox locked.
create function tell(
    p_id uuid, p_user uuid, p_burst text, p_kind text, p_reminder uuid, p_about_chat uuid, p_about_message bigint,
    p_cause text, p_chat uuid, p_thread bigint, p_message bigint, p_seq bigint, p_by uuid, p_excerpt text, p_at timestamptz,
    p_most_causes integer, p_kept integer, p_alert uuid)
    returns table (
        notification_id uuid, user_id uuid, version bigint, kind text, state text, chat_id uuid, message bigint, thread bigint,
        reminder_id uuid, alert_id uuid, by_id uuid, excerpt text, count integer, at timestamptz, unread integer)
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
            notification_id, user_id, version, burst, kind, state, chat_id, thread, reminder_id, alert_id, message, by_id, excerpt,
            count, at)
        values (
            v_id, p_user, v_version, p_burst, p_kind, 'unread', p_about_chat, p_thread, p_reminder, p_alert, p_about_message,
            p_by, p_excerpt, 1, p_at);
    end if;
    insert into causes (user_id, cause, notification_id, state, chat_id, thread, message, seq, by_id, excerpt, at)
    values (p_user, p_cause, v_id, 'open', p_chat, p_thread, p_message, p_seq, p_by, p_excerpt, p_at);
    delete from causes c where c.notification_id = v_id and c.cause in (
        select o.cause from causes o where o.notification_id = v_id order by o.seq desc offset p_most_causes);
    perform refresh_notifications(array[v_id]);
    delete from notifications n where n.user_id = p_user and n.version <= (
        select o.version from notifications o where o.user_id = p_user order by o.version desc offset p_kept limit 1);
    return query
    select n.notification_id, n.user_id, n.version, n.kind, n.state, n.chat_id, n.message, n.thread, n.reminder_id, n.alert_id,
           n.by_id, n.excerpt, n.count, n.at,
           (select count(*)::integer from notifications u where u.user_id = p_user and u.state = 'unread')
    from notifications n where n.notification_id = v_id;
end
$$;

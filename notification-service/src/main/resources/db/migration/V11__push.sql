-- Web Push: names for what is shown, our keys, where people's browsers are reached, and what is on its way to them. Locks:
-- creates, and chats for a moment, to add a column without a value.

alter table chats add column title text;

-- What people are called, as of which version of their profiles.
create table people (
    user_id      uuid   not null constraint people_pk primary key,
    version      bigint not null,
    display_name text   not null
);

-- The keys that push services know this installation by (RFC 8292). All instances read this row; the first one made it.
create table vapid_keys (
    one                boolean     not null default true
        constraint vapid_keys_pk primary key constraint vapid_keys_one_ck check (one),
    public_key         bytea       not null,
    sealed_private_key bytea       not null,
    created_at         timestamptz not null
);

comment on column vapid_keys.sealed_private_key is 'AES-256-GCM (12-byte nonce, then cipher text), sealed under the name vapid';

-- Where a browser is reached. An endpoint belongs to who said so last: several people may share a browser.
create table push_subscriptions (
    subscription_id uuid        not null constraint push_subscriptions_pk primary key,
    user_id         uuid        not null,
    endpoint        text        not null constraint push_subscriptions_endpoint_uq unique,
    p256dh          text        not null,
    auth            text        not null,
    name            text        not null,
    content_free    boolean     not null,
    language        text        not null constraint push_subscriptions_language_ck check (language in ('es', 'en')),
    created_at      timestamptz not null
);

create index push_subscriptions_user_ix on push_subscriptions (user_id, created_at);

-- What is to be sent, one row for each subscription and burst: notification_id is to be shown, settled are to be taken away,
-- and when there is both, the former takes their place. version counts how often the row was written, so that who sends it
-- finds out that it says something else by then. It is tried at next_at; claimed_until is when who sends it counts as lost,
-- not_before what a push service asked for.
create table pushes (
    subscription_id uuid        not null
        constraint pushes_subscription_fk references push_subscriptions on delete cascade,
    burst           text        not null,
    notification_id uuid
        constraint pushes_notification_fk references notifications on delete cascade,
    settled         uuid[]      not null,
    version         bigint      not null,
    attempts        integer     not null,
    at              timestamptz not null,
    next_at         timestamptz not null,
    claimed_until   timestamptz,
    not_before      timestamptz,
    constraint pushes_pk primary key (subscription_id, burst)
);

create index pushes_due_ix on pushes (next_at);
create index pushes_notification_ix on pushes (notification_id);

-- What a push service has accepted for a subscription and that is unread: it has to be taken away later.
create table shown_pushes (
    subscription_id uuid not null
        constraint shown_pushes_subscription_fk references push_subscriptions on delete cascade,
    burst           text not null,
    notification_id uuid not null
        constraint shown_pushes_notification_fk references notifications on delete cascade,
    constraint shown_pushes_pk primary key (subscription_id, burst)
);

create index shown_pushes_notification_ix on shown_pushes (notification_id);

-- What could not be handed over, the newest of it, for who runs the installation: nothing of what it said.
create table push_dead_letters (
    dead_letter_id  uuid        not null constraint push_dead_letters_pk primary key,
    subscription_id uuid        not null,
    user_id         uuid        not null,
    host            text        not null,
    reason          text        not null,
    attempts        integer     not null,
    at              timestamptz not null,
    died_at         timestamptz not null
);

create index push_dead_letters_order_ix on push_dead_letters (died_at, dead_letter_id);

-- Lets a notification be pushed to all subscriptions of the person; how many those are. One that waits for the same burst is
-- replaced. The caller has the inbox locked. A subscription that is being deleted is waited for, and passed over.
create function queue_push(p_user uuid, p_notification uuid, p_now timestamptz)
    returns integer
    language plpgsql as $$
declare
    v_count integer;
begin
    with reached as materialized (
        select s.subscription_id from push_subscriptions s where s.user_id = p_user
        order by s.subscription_id for key share
    )
    insert into pushes (subscription_id, burst, notification_id, settled, version, attempts, at, next_at)
    select r.subscription_id, n.burst, n.notification_id, '{}', 1, 0, n.at, p_now
    from reached r join notifications n on n.notification_id = p_notification
    on conflict (subscription_id, burst) do update
    set notification_id = excluded.notification_id, version = pushes.version + 1, attempts = 0, at = excluded.at,
        next_at = greatest(excluded.next_at, pushes.not_before);
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

-- Lets what these notifications showed be taken away; what was not sent is dropped. How many rows were written. The caller
-- has the inbox locked. A push has room for some 60 ids.
create function queue_settled(p_user uuid, p_ids uuid[], p_now timestamptz)
    returns integer
    language plpgsql as $$
declare
    v_count integer;
begin
    delete from pushes p using push_subscriptions s
    where s.user_id = p_user and p.subscription_id = s.subscription_id and p.notification_id = any(p_ids)
        and p.settled = '{}';
    update pushes p set notification_id = null, version = p.version + 1 from push_subscriptions s
    where s.user_id = p_user and p.subscription_id = s.subscription_id and p.notification_id = any(p_ids);
    with gone as (
        delete from shown_pushes w using push_subscriptions s
        where s.user_id = p_user and w.subscription_id = s.subscription_id and w.notification_id = any(p_ids)
        returning w.subscription_id, w.burst, w.notification_id
    ), counted as (
        select g.*, count(*) over (partition by g.subscription_id) as of_all,
               (row_number() over (partition by g.subscription_id) - 1) / 60 as part
        from gone g
    )
    insert into pushes (subscription_id, burst, notification_id, settled, version, attempts, at, next_at)
    select c.subscription_id, case when c.of_all = 1 then c.burst else 'settled/' || c.part end, null,
           array_agg(c.notification_id), 1, 0, p_now, p_now
    from counted c group by 1, 2
    on conflict (subscription_id, burst) do update
    set settled = (pushes.settled || excluded.settled)[greatest(1, cardinality(pushes.settled || excluded.settled) - 59):],
        version = pushes.version + 1, attempts = 0, at = excluded.at,
        next_at = greatest(excluded.next_at, pushes.not_before);
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

-- A push service has accepted what a row said in a version. What was read while it was on its way is taken away again.
create function push_accepted(
    p_user uuid, p_subscription uuid, p_burst text, p_version bigint, p_notification uuid, p_now timestamptz)
    returns void
    language plpgsql as $$
begin
    perform 1 from inboxes i where i.user_id = p_user for update;
    delete from pushes p
    where p.subscription_id = p_subscription and p.burst = p_burst and p.version = p_version;
    update pushes p set claimed_until = null, not_before = null
    where p.subscription_id = p_subscription and p.burst = p_burst;
    if p_notification is null then
        return;
    end if;
    insert into shown_pushes (subscription_id, burst, notification_id)
    select s.subscription_id, p_burst, n.notification_id
    from push_subscriptions s join notifications n on n.notification_id = p_notification
    where s.subscription_id = p_subscription for key share of s
    on conflict (subscription_id, burst) do update set notification_id = excluded.notification_id;
    if exists (select from notifications n where n.notification_id = p_notification and n.state <> 'unread') then
        perform queue_settled(p_user, array[p_notification], p_now);
    end if;
end
$$;

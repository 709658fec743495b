-- Reminders, which of their occurrences have fired, and the wishes for reminders that were answered. Locks: creates only.

create table reminders (
    reminder_id   uuid        not null constraint reminders_pk primary key,
    user_id       uuid        not null,
    text          text        not null,
    chat_id       uuid,
    message       bigint      constraint reminders_message_ck check (message is null or (message > 0 and chat_id is not null)),
    zone          text        not null,
    rule          text,
    starts_at     timestamp,
    if_late       text        not null constraint reminders_if_late_ck check (if_late in ('fire', 'skip')),
    state         text        not null constraint reminders_state_ck check (state in ('waiting', 'fired', 'completed')),
    -- The coming occurrence by date or by rule, and the one that was put off; the earlier of the two is the next.
    regular_at    timestamptz,
    snoozed_until timestamptz,
    next_at       timestamptz generated always as (least(regular_at, snoozed_until)) stored,
    -- The firing that was told last.
    firing_id     uuid,
    fired_due_at  timestamptz,
    fired_at      timestamptz,
    version       bigint      not null constraint reminders_version_ck check (version > 0),
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    constraint reminders_rule_ck check ((rule is null) = (starts_at is null)),
    constraint reminders_firing_ck
        check (num_nulls(firing_id, fired_due_at, fired_at) in (0, 3)),
    constraint reminders_fired_ck check (state <> 'fired' or firing_id is not null),
    constraint reminders_waiting_ck check (state <> 'waiting' or least(regular_at, snoozed_until) is not null),
    constraint reminders_completed_ck check (state <> 'completed' or least(regular_at, snoozed_until) is null)
);

-- What is due, earliest first; also what waits, which is counted.
create index reminders_next_ix on reminders (next_at) where next_at is not null;
-- Pages of one person, newest first, and how many of theirs are active.
create index reminders_person_ix on reminders (user_id, reminder_id);
create index reminders_active_ix on reminders (user_id) where state <> 'completed';
create index reminders_completed_ix on reminders (changed_at) where state = 'completed';

-- Rows are updated in place at each firing.
alter table reminders set (fillfactor = 80);

-- The key is what makes an occurrence fire once, whoever tries.
create table firings (
    reminder_id uuid        not null
        constraint firings_reminder_fk references reminders (reminder_id) on delete cascade,
    due_at      timestamptz not null,
    firing_id   uuid        not null,
    fired_at    timestamptz not null,
    constraint firings_pk primary key (reminder_id, due_at)
);

create index firings_age_ix on firings (fired_at);

create table idempotency_keys (
    user_id     uuid        not null,
    key         text        collate "C" not null,
    fingerprint text        not null,
    reminder_id uuid        not null,
    stored_at   timestamptz not null,
    constraint idempotency_keys_pk primary key (user_id, key)
);

create index idempotency_keys_age_ix on idempotency_keys (stored_at);

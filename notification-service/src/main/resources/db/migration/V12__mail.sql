-- Digests by e-mail: what people want, what is on its way, and which notifications went. Locks: creates only.

-- next_at is when the person's next digest is due; null while there is none to come. at counts in zone.
create table email_settings (
    user_id   uuid    not null constraint email_settings_pk primary key,
    address   text,
    confirmed boolean not null,
    digest    text    not null constraint email_settings_digest_ck check (digest in ('off', 'hourly', 'daily')),
    at        time    not null,
    zone      text    not null,
    language  text    not null constraint email_settings_language_ck check (language in ('es', 'en')),
    next_at   timestamptz,
    constraint email_settings_next_ck check (next_at is null or (confirmed and address is not null and digest <> 'off'))
);

create index email_settings_due_ix on email_settings (next_at) where next_at is not null;

-- The queue. What a mail says is written when it is sent; here is that it is to be, to whom, and under which Message-ID, so
-- that one that is sent again is known by it. due_at is when it is tried next or, while it is sent, when that counts as
-- broken off; interrupted, whether one attempt was.
create table mails (
    mail_id     uuid        not null constraint mails_pk primary key,
    user_id     uuid        not null,
    kind        text        not null constraint mails_kind_ck check (kind in ('confirmation', 'digest')),
    address     text        not null,
    message_id  text        not null,
    state       text        not null
        constraint mails_state_ck check (state in ('waiting', 'sending', 'sent', 'dropped', 'dead')),
    attempts    integer     not null,
    interrupted boolean     not null,
    due_at      timestamptz not null,
    made_at     timestamptz not null,
    changed_at  timestamptz not null
);

create unique index mails_open_uq on mails (user_id, kind) where state in ('waiting', 'sending');
create index mails_due_ix on mails (due_at) where state in ('waiting', 'sending');
create index mails_over_ix on mails (changed_at) where state not in ('waiting', 'sending');
create index mails_asked_ix on mails (user_id, made_at) where kind = 'confirmation';
create index mails_asked_of_ix on mails (lower(address), made_at) where kind = 'confirmation';

-- Which mail told of a notification: none is told of in two. It goes with the notification.
create table mailed_notifications (
    notification_id uuid not null
        constraint mailed_notifications_pk primary key
        constraint mailed_notifications_notification_fk references notifications on delete cascade,
    mail_id         uuid not null
);

create index mailed_notifications_mail_ix on mailed_notifications (mail_id);

-- What the tokens in mails are good for, by the SHA-256 of each; the tokens themselves are kept nowhere.
create table email_links (
    token_hash bytea       not null constraint email_links_pk primary key,
    purpose    text        not null constraint email_links_purpose_ck check (purpose in ('confirm', 'unsubscribe')),
    user_id    uuid        not null,
    address    text        not null,
    expires_at timestamptz not null
);

create index email_links_over_ix on email_links (expires_at);
create index email_links_user_ix on email_links (user_id, purpose);

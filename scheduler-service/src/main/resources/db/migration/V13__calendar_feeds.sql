-- Whose reminders are read as a calendar, by whoever has the address: of what is secret of it only the SHA-256 is kept. Locks:
-- creates only.

create table calendar_feeds (
    user_id    uuid        not null constraint calendar_feeds_pk primary key,
    token_hash bytea       not null constraint calendar_feeds_token_uq unique,
    created_at timestamptz not null
);

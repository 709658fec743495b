-- Accounts and the failed password attempts against them.
-- New tables only: takes no lock that anybody could wait for.

create table accounts (
    id               uuid        not null,
    handle           text        not null,
    display_name     text        not null,
    email            text        not null,
    email_key        text        not null,
    language         text,
    password_hash    text        not null,
    password_version integer     not null default 0,
    created_at       timestamptz not null,
    constraint accounts_pk primary key (id),
    constraint accounts_handle_uq unique (handle),
    constraint accounts_email_uq unique (email_key),
    constraint accounts_handle_ck check (handle ~ '^[a-z0-9][a-z0-9._-]{1,29}$'),
    constraint accounts_language_ck check (language in ('es', 'en'))
);

comment on column accounts.handle is 'NFKC and lower case: the form that is compared';
comment on column accounts.email is 'as the person wrote it; for logging in only, never in an event';
comment on column accounts.email_key is 'lower case: the form that is compared';
comment on column accounts.password_hash is 'Argon2id in PHC string format, parameters included';

-- One row per account (or per unknown login) with recent attempts. Loss is harmless: unlogged.
create unlogged table password_attempts (
    subject     bytea       not null,
    attempts    integer     not null,
    window_ends timestamptz not null,
    constraint password_attempts_pk primary key (subject)
);

create index password_attempts_window_idx on password_attempts (window_ends);

comment on column password_attempts.subject is 'SHA-256 of the account id or, for an unknown login, of the login';

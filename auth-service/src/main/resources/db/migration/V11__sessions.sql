-- Sessions (one per device that logged in) and the refresh tokens of each.
-- New tables only: takes no lock that anybody could wait for.

create table sessions (
    id           uuid        not null,
    account_id   uuid        not null,
    device_name  text        not null,
    address      text,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    generation   integer     not null default 0,
    rotated_at   timestamptz not null,
    constraint sessions_pk primary key (id),
    constraint sessions_account_fk foreign key (account_id) references accounts (id) on delete cascade
);

create index sessions_account_idx on sessions (account_id, last_used_at desc);
create index sessions_last_used_idx on sessions (last_used_at);

comment on column sessions.generation is 'which generation of its refresh tokens is good; earlier ones are used up';
comment on column sessions.rotated_at is 'when the generation began; the one before it is honoured for a few seconds more';

-- A used-up token stays until it would have expired, so that its second use is recognised.
create table refresh_tokens (
    token_hash bytea       not null,
    session_id uuid        not null,
    generation integer     not null,
    issued_at  timestamptz not null,
    constraint refresh_tokens_pk primary key (token_hash),
    constraint refresh_tokens_session_fk foreign key (session_id) references sessions (id) on delete cascade
);

create index refresh_tokens_session_idx on refresh_tokens (session_id);
create index refresh_tokens_issued_idx on refresh_tokens using brin (issued_at);

comment on column refresh_tokens.token_hash is 'SHA-256 of the 256 random bits; the token itself is never stored';

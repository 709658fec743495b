-- The keys that sign access tokens. Every instance reads the same rows, so all agree on which one signs.
-- New table only: takes no lock that anybody could wait for.

create table signing_keys (
    kid        text        not null,
    sealed_jwk bytea       not null,
    signs_from timestamptz not null,
    created_at timestamptz not null,
    constraint signing_keys_pk primary key (kid),
    constraint signing_keys_signs_from_uq unique (signs_from)
);

comment on column signing_keys.sealed_jwk is 'AES-256-GCM (12-byte nonce, then cipher text; kid is authenticated) of the private JWK';
comment on column signing_keys.signs_from is 'the latest one not in the future signs; a later one is published ahead';

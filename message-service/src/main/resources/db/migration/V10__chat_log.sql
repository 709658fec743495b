-- The chat log and what is read from it.
--
-- last_seq of a chat changes only under its row lock, in the transaction that writes the log entry of that seq, so a
-- chat's log has no gap and no repeat. log and messages are split by hash of the chat and every index of theirs leads
-- with it, so that they distribute over machines as they are. New tables only: takes no lock anybody waits for.

CREATE TABLE chats (
    chat_id      uuid        NOT NULL,
    kind         text        NOT NULL,
    title        text,
    description  text        NOT NULL DEFAULT '',
    version      bigint      NOT NULL,
    last_seq     bigint      NOT NULL DEFAULT 0,
    member_count integer     NOT NULL DEFAULT 0,
    deleted      boolean     NOT NULL DEFAULT false,
    CONSTRAINT chats_pk PRIMARY KEY (chat_id),
    CONSTRAINT chats_kind_ck CHECK (kind IN ('public', 'private', 'group'))
) WITH (fillfactor = 50); -- last_seq changes with every message: room for updates within the page

CREATE TABLE memberships (
    chat_id   uuid   NOT NULL,
    user_id   uuid   NOT NULL,
    role      text   NOT NULL,
    since_seq bigint NOT NULL,
    read_seq  bigint NOT NULL,
    CONSTRAINT memberships_pk PRIMARY KEY (chat_id, user_id),
    CONSTRAINT memberships_role_ck CHECK (role IN ('owner', 'admin', 'member'))
) WITH (fillfactor = 70);

CREATE INDEX memberships_user_ix ON memberships (user_id, chat_id);

CREATE TABLE people (
    user_id      uuid   NOT NULL,
    version      bigint NOT NULL,
    handle       text   NOT NULL,
    display_name text   NOT NULL,
    CONSTRAINT people_pk PRIMARY KEY (user_id)
);

CREATE TABLE log (
    chat_id uuid   NOT NULL,
    seq     bigint NOT NULL,
    entry   jsonb  NOT NULL,
    CONSTRAINT log_pk PRIMARY KEY (chat_id, seq)
) PARTITION BY HASH (chat_id);

CREATE TABLE messages (
    chat_id           uuid        NOT NULL,
    seq               bigint      NOT NULL,
    message_id        uuid        NOT NULL,
    sender_id         uuid        NOT NULL,
    client_message_id uuid        NOT NULL,
    text              text        NOT NULL,
    posted_at         timestamptz NOT NULL,
    CONSTRAINT messages_pk PRIMARY KEY (chat_id, seq) INCLUDE (sender_id),
    CONSTRAINT messages_client_key_uq UNIQUE (chat_id, sender_id, client_message_id)
) PARTITION BY HASH (chat_id);

DO $$
BEGIN
    FOR part IN 0..7 LOOP
        EXECUTE format('CREATE TABLE log_%s PARTITION OF log FOR VALUES WITH (MODULUS 8, REMAINDER %s)', part, part);
        EXECUTE format('CREATE TABLE messages_%s PARTITION OF messages FOR VALUES WITH (MODULUS 8, REMAINDER %s)', part, part);
    END LOOP;
END
$$;

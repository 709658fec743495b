-- What people do with messages: replies, threads, mentions, edits, deletes, reactions, pins, bookmarks, drafts, and a
-- read marker that can also go back.
--
-- Added columns have constant defaults: no table is rewritten. The indexes are built while nobody can post, which takes
-- seconds per million messages.

ALTER TABLE messages
    ADD COLUMN reply_to          bigint,
    ADD COLUMN thread            bigint,
    ADD COLUMN version           integer NOT NULL DEFAULT 1,
    ADD COLUMN text_seq          bigint,          -- the entry its present text came with; null: its own
    ADD COLUMN edited_at         timestamptz,
    ADD COLUMN deleted_at        timestamptz,
    ADD COLUMN pinned_at         timestamptz,
    ADD COLUMN pinned_by         uuid,
    ADD COLUMN mentions          uuid[]  NOT NULL DEFAULT '{}',
    ADD COLUMN mentions_everyone boolean NOT NULL DEFAULT false,
    ADD COLUMN forwarded         jsonb,
    -- Of what was first posted, so that a repeat is recognised after an edit; see content_hash(). Null: of the text alone.
    ADD COLUMN content_hash      uuid;

-- The main conversation: its pages, and what in it is unread.
CREATE INDEX messages_main_ix ON messages (chat_id, seq) INCLUDE (sender_id, deleted_at) WHERE thread IS NULL;
CREATE INDEX messages_thread_ix ON messages (chat_id, thread, seq) INCLUDE (sender_id, deleted_at) WHERE thread IS NOT NULL;
CREATE INDEX messages_pinned_ix ON messages (chat_id, pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX messages_everyone_ix ON messages (chat_id, seq) WHERE mentions_everyone;
CREATE INDEX people_handle_ix ON people (handle);

-- Earlier texts of edited messages.
CREATE TABLE message_versions (
    chat_id    uuid        NOT NULL,
    seq        bigint      NOT NULL,
    version    integer     NOT NULL,
    text       text        NOT NULL,
    text_seq   bigint      NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT message_versions_pk PRIMARY KEY (chat_id, seq, version)
);

CREATE TABLE reactions (
    chat_id    uuid        NOT NULL,
    seq        bigint      NOT NULL,
    emoji      text        NOT NULL,
    user_id    uuid        NOT NULL,
    reacted_at timestamptz NOT NULL,
    CONSTRAINT reactions_pk PRIMARY KEY (chat_id, seq, emoji, user_id)
);

-- Who is named in which message, so that the unread mentions of a person are counted from here and a marker.
CREATE TABLE mentions (
    chat_id uuid   NOT NULL,
    user_id uuid   NOT NULL,
    seq     bigint NOT NULL,
    thread  bigint,
    CONSTRAINT mentions_pk PRIMARY KEY (chat_id, user_id, seq) INCLUDE (thread)
);

CREATE INDEX mentions_message_ix ON mentions (chat_id, seq);

-- Who takes part in which thread, and how far they have read in it.
CREATE TABLE thread_followers (
    chat_id   uuid    NOT NULL,
    user_id   uuid    NOT NULL,
    thread    bigint  NOT NULL,
    following boolean NOT NULL,
    read_seq  bigint  NOT NULL,
    CONSTRAINT thread_followers_pk PRIMARY KEY (chat_id, user_id, thread)
) WITH (fillfactor = 80);

CREATE INDEX thread_followers_user_ix ON thread_followers (user_id, chat_id) WHERE following;

-- A person's own; by person, who reads them across chats.
CREATE TABLE bookmarks (
    user_id  uuid        NOT NULL,
    chat_id  uuid        NOT NULL,
    seq      bigint      NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT bookmarks_pk PRIMARY KEY (user_id, chat_id, seq)
);

CREATE INDEX bookmarks_saved_ix ON bookmarks (user_id, saved_at);

CREATE TABLE drafts (
    user_id    uuid        NOT NULL,
    chat_id    uuid        NOT NULL,
    thread     bigint      NOT NULL DEFAULT 0, -- 0: of the main conversation
    text       text        NOT NULL,
    reply_to   bigint,
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT drafts_pk PRIMARY KEY (user_id, chat_id, thread)
);

-- A marker is (generation, seq), merged by the greater one: marking unread begins a generation, so that an older device
-- can not undo it.
ALTER TABLE memberships ADD COLUMN read_generation integer NOT NULL DEFAULT 0;

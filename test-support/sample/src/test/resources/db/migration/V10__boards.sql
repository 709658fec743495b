-- Boards and their notes.
CREATE TABLE boards (
    id       uuid PRIMARY KEY,
    last_seq bigint NOT NULL
);

CREATE TABLE notes (
    board_id  uuid        NOT NULL,
    seq       bigint      NOT NULL,
    id        uuid        NOT NULL UNIQUE,
    author_id uuid        NOT NULL,
    text      text        NOT NULL,
    posted_at timestamptz NOT NULL,
    PRIMARY KEY (board_id, seq)
);

CREATE TABLE copies (
    position bigint GENERATED ALWAYS AS IDENTITY,
    event_id uuid PRIMARY KEY,
    board_id uuid   NOT NULL,
    seq      bigint NOT NULL,
    text     text   NOT NULL,
    traceparent text NOT NULL
);

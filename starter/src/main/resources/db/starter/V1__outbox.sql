-- Events that wait to be published, written in the transaction that caused them.
-- Rows of one key are inserted under that aggregate's row lock, so that id order is commit order per key.
CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    record_key  text        NOT NULL,
    event_id    uuid        NOT NULL DEFAULT uuidv7(),
    event_type  text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    traceparent text,
    payload     jsonb       NOT NULL
);

-- Rows live for milliseconds: without this the relay would soon wade through dead ones.
ALTER TABLE outbox SET (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_cost_delay = 0
);

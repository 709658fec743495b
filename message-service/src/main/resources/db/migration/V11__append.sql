-- The two ways into the log. Both take the row lock of each chat they touch first, several chats in the order of their
-- ids, and write the log entry, what it means for the current state, and its outbox row in the caller's transaction.
-- Functions only: takes no lock anybody waits for.

-- Appends one entry that is not a message. The entry comes without its seq, which is set here.
CREATE FUNCTION append_entry(p_chat_id uuid, p_event_type text, p_entry jsonb, p_occurred_at timestamptz, p_traceparent text)
    RETURNS bigint
    LANGUAGE plpgsql
AS
$$
DECLARE
    v_seq   bigint;
    v_entry jsonb;
BEGIN
    UPDATE chats SET last_seq = last_seq + 1 WHERE chat_id = p_chat_id RETURNING last_seq INTO STRICT v_seq;
    v_entry := p_entry || jsonb_build_object('seq', v_seq);
    INSERT INTO log (chat_id, seq, entry) VALUES (p_chat_id, v_seq, v_entry);
    INSERT INTO outbox (topic, record_key, event_type, occurred_at, traceparent, payload)
    VALUES ('message.events.v1', p_chat_id::text, p_event_type, p_occurred_at, p_traceparent, v_entry);
    RETURN v_seq;
END
$$;

-- Appends a batch of messages, given as arrays of one length, and answers for each in the order given:
--   posted        it is in the log now, with the seq told
--   repeated      the sender has posted this text in this chat with this client_message_id before; the first one is told
--   conflict      the sender has used the client_message_id in this chat for another text
--   not-a-member  the sender is not a member of the chat
--   unknown-chat  there is no such chat here
--   deleted       the chat is gone
-- Repeats within the batch count like repeats of an earlier one. A repeat is answered as such also to somebody who is no
-- longer a member: the message was accepted.
--
-- The lookups are LATERAL with LIMIT and sequential scans are off, so that a plan made while the tables were small stays
-- an index lookup per message when they have grown.
CREATE FUNCTION append_messages(
    p_chat_ids uuid[], p_sender_ids uuid[], p_client_message_ids uuid[], p_message_ids uuid[],
    p_texts text[], p_traceparents text[], p_posted_at timestamptz)
    RETURNS TABLE (ord integer, outcome text, message_id uuid, seq bigint, posted_at timestamptz)
    LANGUAGE plpgsql
    SET enable_seqscan = off
AS
$$
#variable_conflict use_column
DECLARE
    v_posted_at text := to_char(p_posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
BEGIN
    PERFORM 1 FROM chats c WHERE c.chat_id = ANY (p_chat_ids) ORDER BY c.chat_id FOR UPDATE;

    RETURN QUERY
    WITH input AS (
        SELECT i.*,
               first_value(i.ord) OVER same_key AS first_ord,
               first_value(i.text) OVER same_key AS first_text
        FROM unnest(p_chat_ids, p_sender_ids, p_client_message_ids, p_message_ids, p_texts, p_traceparents)
                 WITH ORDINALITY AS i (chat_id, sender_id, client_message_id, message_id, text, traceparent, ord)
        WINDOW same_key AS (PARTITION BY i.chat_id, i.sender_id, i.client_message_id ORDER BY i.ord)
    ), resolved AS MATERIALIZED (
        SELECT i.*, c.last_seq, c.deleted, m.role,
               e.message_id AS earlier_id, e.seq AS earlier_seq, e.text AS earlier_text, e.posted_at AS earlier_at
        FROM input i
        LEFT JOIN LATERAL (
            SELECT x.last_seq, x.deleted FROM chats x WHERE x.chat_id = i.chat_id LIMIT 1) c ON true
        LEFT JOIN LATERAL (
            SELECT x.role FROM memberships x WHERE x.chat_id = i.chat_id AND x.user_id = i.sender_id LIMIT 1) m ON true
        LEFT JOIN LATERAL (
            SELECT x.message_id, x.seq, x.text, x.posted_at FROM messages x
            WHERE x.chat_id = i.chat_id AND x.sender_id = i.sender_id AND x.client_message_id = i.client_message_id
            LIMIT 1) e ON true
    ), fresh AS MATERIALIZED (
        SELECT r.ord, r.chat_id, r.sender_id, r.client_message_id, r.message_id, r.text, nullif(r.traceparent, '') AS traceparent,
               r.last_seq + row_number() OVER (PARTITION BY r.chat_id ORDER BY r.ord) AS seq
        FROM resolved r
        WHERE r.ord = r.first_ord AND r.earlier_seq IS NULL AND r.role IS NOT NULL AND NOT r.deleted
    ), entries AS MATERIALIZED (
        SELECT f.ord, f.chat_id, f.seq, f.traceparent,
               jsonb_build_object(
                   'type', 'message.posted', 'chatId', f.chat_id, 'seq', f.seq, 'messageId', f.message_id,
                   'senderId', f.sender_id, 'clientMessageId', f.client_message_id, 'text', f.text,
                   'postedAt', v_posted_at) AS entry
        FROM fresh f
    ), counted AS (
        UPDATE chats c SET last_seq = f.seq
        FROM (SELECT x.chat_id, max(x.seq) AS seq FROM fresh x GROUP BY x.chat_id) f
        WHERE c.chat_id = f.chat_id
    ), stored AS (
        INSERT INTO messages (chat_id, seq, message_id, sender_id, client_message_id, text, posted_at)
        SELECT f.chat_id, f.seq, f.message_id, f.sender_id, f.client_message_id, f.text, p_posted_at FROM fresh f
    ), logged AS (
        INSERT INTO log (chat_id, seq, entry) SELECT x.chat_id, x.seq, x.entry FROM entries x
    ), announced AS (
        -- sorted, so that the outbox ids of a chat ascend with its seqs
        INSERT INTO outbox (topic, record_key, event_type, occurred_at, traceparent, payload)
        SELECT 'message.events.v1', x.chat_id::text, 'org.tertulia.message.posted.v1', p_posted_at, x.traceparent, x.entry
        FROM entries x ORDER BY x.ord
    )
    SELECT r.ord::integer,
           CASE
               WHEN r.last_seq IS NULL THEN 'unknown-chat'
               WHEN r.deleted THEN 'deleted'
               WHEN r.earlier_seq IS NOT NULL THEN CASE WHEN r.earlier_text = r.text THEN 'repeated' ELSE 'conflict' END
               WHEN r.role IS NULL THEN 'not-a-member'
               WHEN r.ord = r.first_ord THEN 'posted'
               WHEN r.text = r.first_text THEN 'repeated'
               ELSE 'conflict'
           END,
           coalesce(r.earlier_id, f.message_id),
           coalesce(r.earlier_seq, f.seq),
           coalesce(r.earlier_at, p_posted_at)
    FROM resolved r
    LEFT JOIN fresh f ON f.ord = r.first_ord
    ORDER BY r.ord;
END
$$;

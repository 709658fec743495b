-- What of a chat has reached its members, and what they have read, as the other members see it. Both are positions in
-- the log and only grow; there is no row for each message.
--
-- Columns with a constant default or none, and tables and functions that are new: takes no lock for longer than it takes
-- to add them. The replica of a chat of which an older version told nothing has null: the default of its kind.

ALTER TABLE chats ADD COLUMN receipts boolean;

-- receipt_read_seq is how far the person had read before they marked something as unread, else behind read_seq.
ALTER TABLE memberships
    ADD COLUMN delivered_seq    bigint NOT NULL DEFAULT 0,
    ADD COLUMN receipt_read_seq bigint NOT NULL DEFAULT 0;

-- Who has no row sends receipts.
CREATE TABLE receipt_preferences (
    user_id uuid    NOT NULL,
    send    boolean NOT NULL,
    CONSTRAINT receipt_preferences_pk PRIMARY KEY (user_id)
);

-- Whether the members of a chat see how far the others have read: as it was set, never in public chats.
CREATE FUNCTION allows_receipts(p_kind text, p_receipts boolean) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN p_kind <> 'public' AND coalesce(p_receipts, true);

CREATE FUNCTION sends_receipts(p_user_id uuid) RETURNS boolean
    LANGUAGE sql STABLE
AS
$$
SELECT coalesce((SELECT p.send FROM receipt_preferences p WHERE p.user_id = p_user_id), true)
$$;

-- How far a member is for the others: having read is having got, and is not taken back.
CREATE FUNCTION receipt_read(m memberships) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    RETURN greatest(m.receipt_read_seq, m.read_seq);

CREATE FUNCTION receipt_delivered(m memberships) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    RETURN greatest(m.delivered_seq, m.receipt_read_seq, m.read_seq);

-- Moves delivered positions forward, given as arrays of one length, at most to the end of the log, and tells those that
-- moved. Rows are locked in one order, so that two instances that say the same do not wait for each other in a circle.
CREATE FUNCTION move_delivered(p_chat_ids uuid[], p_user_ids uuid[], p_seqs bigint[])
    RETURNS TABLE (chat_id uuid, user_id uuid)
    LANGUAGE plpgsql
    SET enable_seqscan = off
AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH due AS (
        SELECT m.chat_id, m.user_id, least(s.seq, c.last_seq) AS seq
        FROM unnest(p_chat_ids, p_user_ids, p_seqs) AS s (chat_id, user_id, seq)
        JOIN memberships m ON m.chat_id = s.chat_id AND m.user_id = s.user_id
        JOIN chats c ON c.chat_id = s.chat_id
        WHERE NOT c.deleted AND allows_receipts(c.kind, c.receipts) AND receipt_delivered(m) < least(s.seq, c.last_seq)
        ORDER BY m.chat_id, m.user_id
        FOR UPDATE OF m)
    UPDATE memberships m SET delivered_seq = greatest(m.delivered_seq, d.seq) FROM due d
    WHERE m.chat_id = d.chat_id AND m.user_id = d.user_id
    RETURNING m.chat_id, m.user_id;
END
$$;

-- As before, and keeps for the others how far the person had read.
CREATE OR REPLACE FUNCTION mark_unread(p_chat_id uuid, p_user_id uuid, p_seq bigint, p_most integer)
    RETURNS TABLE (generation integer, read_seq bigint, unread integer, mentions integer)
    LANGUAGE plpgsql
AS
$$
BEGIN
    UPDATE memberships m
    SET read_generation = m.read_generation + 1, read_seq = least(p_seq - 1, c.last_seq),
        receipt_read_seq = greatest(m.receipt_read_seq, m.read_seq)
    FROM chats c
    WHERE m.chat_id = p_chat_id AND m.user_id = p_user_id AND c.chat_id = p_chat_id AND NOT c.deleted;
    RETURN QUERY SELECT * FROM present_marker(p_chat_id, p_user_id, p_most);
END
$$;

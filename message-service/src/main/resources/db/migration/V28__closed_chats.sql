-- What closes a chat takes its translations along.
--
-- Functions, and rows of message_translations and messages_to_index: takes no lock anybody waits for.

-- Keeps a translation of a message, one per language and p_most of them, if p_version is the version that the message has
-- and the chat is not closed. Of two in one language the later one stays, in whichever order they come, and a repeat changes
-- nothing. Answers whether it was kept. The function is that of V26 but for the chat.
--
-- It locks the message and not the chat, so that those who post do not wait for it. Whoever edits or deletes the message has
-- the chat's lock before the message's; nobody waits for the chat's with the message's in hand. With close_chat it shares a
-- lock of their own, and does not wait for that either: what is being closed is as good as closed.
CREATE OR REPLACE FUNCTION keep_translation(
    p_chat_id uuid, p_seq bigint, p_version integer, p_language text, p_text text, p_at timestamptz, p_most integer)
    RETURNS boolean
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
BEGIN
    IF NOT pg_try_advisory_xact_lock_shared(hashtextextended(p_chat_id::text, 28)) THEN
        RETURN false;
    END IF;
    PERFORM 1 FROM chats c WHERE c.chat_id = p_chat_id AND c.deleted;
    IF FOUND THEN
        RETURN false;
    END IF;
    PERFORM 1 FROM messages m
    WHERE m.chat_id = p_chat_id AND m.seq = p_seq AND m.version = p_version AND m.deleted_at IS NULL
    FOR NO KEY UPDATE;
    IF NOT FOUND OR p_most <= (
        SELECT count(*) FROM message_translations t
        WHERE t.chat_id = p_chat_id AND t.seq = p_seq AND t.language <> p_language) THEN
        RETURN false;
    END IF;
    INSERT INTO message_translations AS t (chat_id, seq, language, version, text, translated_at)
    VALUES (p_chat_id, p_seq, p_language, p_version, p_text, p_at)
    ON CONFLICT (chat_id, seq, language) DO UPDATE
    SET version = excluded.version, text = excluded.text, translated_at = excluded.translated_at
    WHERE excluded.translated_at > t.translated_at;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO messages_to_index (chat_id, seq) VALUES (p_chat_id, p_seq);
    RETURN true;
END
$$;

-- Closes a chat: nobody is a member any more, and its emoji and translations go; what was said stays in the log, where nobody
-- may read it. The messages that had translations are to be indexed again, without them. The caller has the chat's lock.
CREATE FUNCTION close_chat(p_chat_id uuid) RETURNS void
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
BEGIN
    UPDATE chats c SET deleted = true, member_count = 0 WHERE c.chat_id = p_chat_id;
    DELETE FROM memberships m WHERE m.chat_id = p_chat_id;
    DELETE FROM chat_emoji e WHERE e.chat_id = p_chat_id;
    -- Waits for those that are being kept, so that the next statement sees them; the rest sees that the chat is closed.
    PERFORM pg_advisory_xact_lock(hashtextextended(p_chat_id::text, 28));
    WITH gone AS (DELETE FROM message_translations t WHERE t.chat_id = p_chat_id RETURNING t.seq)
    INSERT INTO messages_to_index (chat_id, seq) SELECT DISTINCT p_chat_id, g.seq FROM gone g;
END
$$;

-- Those of chats that were closed before.
WITH gone AS (
    DELETE FROM message_translations t USING chats c WHERE c.chat_id = t.chat_id AND c.deleted RETURNING t.chat_id, t.seq)
INSERT INTO messages_to_index (chat_id, seq) SELECT DISTINCT g.chat_id, g.seq FROM gone g;

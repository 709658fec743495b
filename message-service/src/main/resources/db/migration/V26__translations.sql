-- What messages say in other languages, as machines translated it, and that they are found by it.
--
-- New tables, and functions: takes no lock anybody waits for.

-- Only of the text that a message has now: what takes that away takes these away in the same transaction.
CREATE TABLE message_translations (
    chat_id       uuid        NOT NULL,
    seq           bigint      NOT NULL,
    language      text        NOT NULL,
    version       integer     NOT NULL, -- of the message
    text          text        NOT NULL,
    translated_at timestamptz NOT NULL,
    CONSTRAINT message_translations_pk PRIMARY KEY (chat_id, seq, language)
);

-- Messages to index although no entry of the log says so; the same may be here more than once. keep_translation only adds
-- and index_messages only takes, so that neither waits for the other: a row that is added while index_messages runs is
-- there for its next call.
CREATE TABLE messages_to_index (
    chat_id uuid   NOT NULL,
    id      bigint GENERATED ALWAYS AS IDENTITY,
    seq     bigint NOT NULL,
    CONSTRAINT messages_to_index_pk PRIMARY KEY (chat_id, id)
);

-- Keeps a translation of a message, one per language and p_most of them, if p_version is the version that the message has.
-- Of two in one language the later one stays, in whichever order they come, and a repeat changes nothing. Answers whether it
-- was kept.
--
-- It locks the message and not the chat, so that those who post do not wait for it. Whoever edits or deletes the message has
-- the chat's lock before the message's; nobody waits for the chat's with the message's in hand.
CREATE FUNCTION keep_translation(
    p_chat_id uuid, p_seq bigint, p_version integer, p_language text, p_text text, p_at timestamptz, p_most integer)
    RETURNS boolean
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
BEGIN
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

-- Replaces a message's text; its attachments stay, its translations go. The function is that of V23 but for these. The
-- outcome is that of lock_message, or
--   edited            entry_seq and version are told
--   unchanged         it has this text already: by a repeat of this edit, or from the start
--   gone              it was deleted
--   not-allowed       it is somebody else's, or a copy of what somebody said: under their name nobody says another thing
--   needs-text        the text is empty and there are no attachments
--   other-version     its version is not p_version
CREATE OR REPLACE FUNCTION edit_message(
    p_chat_id uuid, p_seq bigint, p_by uuid, p_version integer, p_text text, p_handles text, p_everyone boolean, p_here boolean,
    p_online uuid[], p_at timestamptz, p_traceparent text, OUT outcome text, OUT entry_seq bigint, OUT version integer)
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
#variable_conflict use_column
DECLARE
    v          record;
    v_mentions uuid[];
    v_everyone boolean;
BEGIN
    SELECT * INTO v FROM lock_message(p_chat_id, p_seq, p_by);
    version := (v.message).version;
    outcome := CASE
        WHEN v.problem IS NOT NULL THEN v.problem
        WHEN (v.message).deleted_at IS NOT NULL THEN 'gone'
        WHEN (v.message).sender_id <> p_by OR (v.message).forwarded IS NOT NULL THEN 'not-allowed'
        WHEN p_text = '' AND (v.message).attachments IS NULL THEN 'needs-text'
        WHEN (v.message).text = p_text AND (v.message).version IN (p_version, p_version + 1::bigint) THEN 'unchanged'
        WHEN (v.message).version <> p_version THEN 'other-version'
        ELSE 'edited'
    END;
    IF outcome <> 'edited' THEN
        RETURN;
    END IF;
    version := p_version + 1;
    v_everyone := p_everyone AND may_call_everybody(v.kind, v.role);
    v_mentions := mentioned(p_chat_id, p_handles, p_here AND may_call_everybody(v.kind, v.role), p_online);
    entry_seq := append_entry(
        p_chat_id, 'org.tertulia.message.edited.v1',
        jsonb_build_object(
            'type', 'message.edited', 'chatId', p_chat_id, 'message', p_seq, 'version', version, 'text', p_text, 'by', p_by,
            'at', wire_time(p_at))
        || jsonb_strip_nulls(jsonb_build_object(
            'mentions', wire_mentions(v_mentions, v_everyone))),
        p_at, p_traceparent);
    INSERT INTO message_versions (chat_id, seq, version, text, text_seq, written_at)
    VALUES (p_chat_id, p_seq, p_version, (v.message).text, coalesce((v.message).text_seq, p_seq),
            coalesce((v.message).edited_at, (v.message).posted_at));
    UPDATE messages x
    SET text = p_text, version = p_version + 1, text_seq = entry_seq, edited_at = p_at, mentions = v_mentions,
        mentions_everyone = v_everyone,
        content_hash = coalesce(x.content_hash, content_hash((v.message).text, NULL, NULL, NULL, NULL))
    WHERE x.chat_id = p_chat_id AND x.seq = p_seq;
    -- After the message, whose row keep_translation locks: one that was kept meanwhile is seen.
    DELETE FROM message_translations t WHERE t.chat_id = p_chat_id AND t.seq = p_seq;
    DELETE FROM mentions n WHERE n.chat_id = p_chat_id AND n.seq = p_seq AND n.user_id <> ALL (v_mentions);
    INSERT INTO mentions (chat_id, user_id, seq, thread)
    SELECT p_chat_id, n.user_id, p_seq, (v.message).thread FROM unnest(v_mentions) AS n (user_id) WHERE n.user_id <> p_by
    ON CONFLICT (chat_id, user_id, seq) DO NOTHING;
    IF (v.message).thread IS NOT NULL THEN
        INSERT INTO thread_followers (chat_id, user_id, thread, following, read_seq)
        SELECT p_chat_id, n.user_id, (v.message).thread, true, p_seq - 1 FROM unnest(v_mentions) AS n (user_id)
        WHERE n.user_id <> p_by
        ON CONFLICT (chat_id, user_id, thread) DO NOTHING;
    END IF;
END
$$;

-- Deletes a message: what it said and what came with it goes from every table, its entries stay in the log as tombstones.
-- The function is that of V23 but for the translations. The outcome is that of lock_message, or
--   deleted           entry_seq is told
--   unchanged         it is deleted already
--   not-allowed       it is somebody else's, and the caller does not run the chat
CREATE OR REPLACE FUNCTION delete_message(
    p_chat_id uuid, p_seq bigint, p_by uuid, p_at timestamptz, p_traceparent text, OUT outcome text, OUT entry_seq bigint)
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
DECLARE
    v      record;
    v_seqs bigint[];
BEGIN
    SELECT * INTO v FROM lock_message(p_chat_id, p_seq, p_by);
    outcome := CASE
        WHEN v.problem IS NOT NULL THEN v.problem
        WHEN (v.message).sender_id <> p_by AND (v.kind = 'private' OR v.role NOT IN ('owner', 'admin')) THEN 'not-allowed'
        WHEN (v.message).deleted_at IS NOT NULL THEN 'unchanged'
        ELSE 'deleted'
    END;
    IF outcome <> 'deleted' THEN
        RETURN;
    END IF;
    -- Found first, so that the log is looked up by its key: with the query in the condition all of the chat would be read.
    v_seqs := ARRAY(SELECT x.text_seq FROM message_versions x WHERE x.chat_id = p_chat_id AND x.seq = p_seq)
              || p_seq || (v.message).text_seq;
    UPDATE log l
    SET entry = (l.entry - 'mentions' - 'forwarded' - 'attachments') || jsonb_build_object('text', '', 'deletedAt', wire_time(p_at))
    WHERE l.chat_id = p_chat_id AND l.seq = ANY (v_seqs);
    UPDATE messages x
    SET text = '', deleted_at = p_at, mentions = '{}', mentions_everyone = false, forwarded = NULL,
        attachments = NULL, content_hash = NULL, pinned_at = NULL, pinned_by = NULL
    WHERE x.chat_id = p_chat_id AND x.seq = p_seq;
    DELETE FROM message_versions x WHERE x.chat_id = p_chat_id AND x.seq = p_seq;
    DELETE FROM message_translations x WHERE x.chat_id = p_chat_id AND x.seq = p_seq;
    DELETE FROM mentions x WHERE x.chat_id = p_chat_id AND x.seq = p_seq;
    DELETE FROM reactions x WHERE x.chat_id = p_chat_id AND x.seq = p_seq;
    entry_seq := append_entry(
        p_chat_id, 'org.tertulia.message.deleted.v1',
        jsonb_build_object('type', 'message.deleted', 'chatId', p_chat_id, 'message', p_seq, 'by', p_by, 'at', wire_time(p_at))
        || jsonb_strip_nulls(jsonb_build_object('thread', (v.message).thread)),
        p_at, p_traceparent);
END
$$;

-- The vector of all that a message says, in all languages that there are translations into. Those that would make it larger
-- than PostgreSQL lets it be, 1 MB, are left out: no engine may keep a message from being found, or its chat from being indexed.
CREATE FUNCTION search_content(p_text text, p_attachments jsonb, p_translations text[]) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS
$$
DECLARE
    v_words  tsvector := search_content(p_text, p_attachments);
    v_text   text;
BEGIN
    FOREACH v_text IN ARRAY p_translations LOOP
        -- With one more of 8,000 characters it is three quarters of what it may be.
        EXIT WHEN length(v_words) > 30000;
        v_words := v_words || $gap$'!':1$gap$::tsvector || search_words(v_text);
    END LOOP;
    RETURN v_words;
END
$$;

-- Indexes up to p_most entries of a chat's log, from where it was left, and of the messages whose translations have changed
-- since they were indexed: the messages that these are about, as they are now. Repeating it changes nothing; of two at a
-- time one waits. Answers how far the log is indexed. The function is that of V24 but for the translations.
CREATE OR REPLACE FUNCTION index_messages(p_chat_id uuid, p_most integer) RETURNS bigint
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
DECLARE
    v_from  bigint;
    v_to    bigint;
    v_last  bigint;
    v_again bigint[];
    v_seqs  bigint[];
BEGIN
    -- Not waiting for the disk: what a crash takes back is the index and the place in the log, both or neither.
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO message_search_chats (chat_id, indexed_seq) VALUES (p_chat_id, 0) ON CONFLICT (chat_id) DO NOTHING;
    SELECT i.indexed_seq INTO v_from FROM message_search_chats i WHERE i.chat_id = p_chat_id FOR UPDATE;
    SELECT c.last_seq INTO v_last FROM chats c WHERE c.chat_id = p_chat_id;
    v_to := least(v_last, v_from + p_most);
    -- What is taken here was committed together with its translation, which the statements after this one therefore see.
    WITH taken AS (
        DELETE FROM messages_to_index q
        WHERE q.chat_id = p_chat_id
          AND q.id = ANY (ARRAY(SELECT x.id FROM messages_to_index x WHERE x.chat_id = p_chat_id ORDER BY x.id LIMIT p_most))
        RETURNING q.seq
    )
    SELECT coalesce(array_agg(t.seq), '{}') INTO v_again FROM taken t;
    IF v_last IS NULL OR (v_to <= v_from AND v_again = '{}') THEN
        RETURN v_from;
    END IF;

    -- A reply changes its thread's root too.
    WITH named AS (
        SELECT DISTINCT CASE l.entry ->> 'type' WHEN 'message.posted' THEN l.seq ELSE (l.entry ->> 'message')::bigint END AS seq
        FROM log l WHERE l.chat_id = p_chat_id AND l.seq > v_from AND l.seq <= v_to
    )
    SELECT array_agg(x.seq) INTO v_seqs FROM (
        SELECT n.seq FROM named n WHERE n.seq IS NOT NULL
        UNION
        SELECT a.seq FROM unnest(v_again) AS a (seq)
        UNION
        SELECT m.thread FROM messages m
        WHERE m.chat_id = p_chat_id AND m.seq = ANY (ARRAY(SELECT n.seq FROM named n)) AND m.thread IS NOT NULL) x;

    DELETE FROM message_search s
    USING messages m
    WHERE s.chat_id = p_chat_id AND s.seq = ANY (v_seqs)
      AND m.chat_id = p_chat_id AND m.seq = s.seq AND m.deleted_at IS NOT NULL;

    WITH present AS MATERIALIZED (
        SELECT m.seq, m.version, m.posted_at, m.text, m.attachments, search_marks(m) AS marks, search_flags(m) AS flags
        FROM messages m
        WHERE m.chat_id = p_chat_id AND m.seq = ANY (v_seqs) AND m.deleted_at IS NULL
    ), stale AS (
        SELECT p.* FROM present p
        LEFT JOIN message_search s ON s.chat_id = p_chat_id AND s.seq = p.seq
        WHERE s.seq IS NULL OR s.version <> p.version OR p.seq = ANY (v_again)
           OR array_length(p.flags, 1) IS DISTINCT FROM array_length(
                  ARRAY(SELECT f FROM unnest(ARRAY['!pinned', '!reaction', '!thread']) f
                        WHERE s.words @@ quote_literal(f)::tsquery), 1)
           OR NOT tsvector_to_array(s.words) @> p.flags
    ), stored AS (
        INSERT INTO message_search AS s (chat_id, seq, version, posted_at, words)
        SELECT p_chat_id, t.seq, t.version, t.posted_at,
               search_content(t.text, t.attachments, ARRAY(
                   SELECT x.text FROM message_translations x
                   WHERE x.chat_id = p_chat_id AND x.seq = t.seq AND x.version = t.version ORDER BY x.language))
               || array_to_tsvector(t.marks || t.flags)
        FROM stale t
        ON CONFLICT (chat_id, seq) DO UPDATE SET version = excluded.version, words = excluded.words
    )
    INSERT INTO message_search_blocks AS b (chat_id, block, oldest_at, newest_at)
    SELECT p_chat_id, search_block(t.seq), min(t.posted_at), max(t.posted_at) FROM stale t GROUP BY search_block(t.seq)
    ON CONFLICT (chat_id, block) DO UPDATE
    SET oldest_at = least(b.oldest_at, excluded.oldest_at), newest_at = greatest(b.newest_at, excluded.newest_at)
    WHERE excluded.oldest_at < b.oldest_at OR excluded.newest_at > b.newest_at;

    UPDATE message_search_chats i SET indexed_seq = v_to WHERE i.chat_id = p_chat_id;
    RETURN v_to;
END
$$;

-- For those of these messages, in these versions, that a query finds by a translation only: the one that it fits best. What
-- the query is, see search_messages.
CREATE FUNCTION search_translations(
    p_chat_ids uuid[], p_seqs bigint[], p_versions integer[], p_words tsquery, p_exact tsquery)
    RETURNS TABLE (chat_id uuid, seq bigint, language text, text text)
    LANGUAGE sql STABLE
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
    SELECT m.chat_id, m.seq, t.language, t.text
    FROM unnest(p_chat_ids, p_seqs, p_versions) AS f (chat_id, seq, version)
    CROSS JOIN LATERAL (
        SELECT x.language, x.text FROM message_translations x
        WHERE x.chat_id = f.chat_id AND x.seq = f.seq AND x.version = f.version
        ORDER BY ts_rank(search_words(x.text), p_words) DESC, x.language LIMIT 1) t
    CROSS JOIN LATERAL (
        SELECT x.* FROM messages x
        WHERE x.chat_id = f.chat_id AND x.seq = f.seq AND x.version = f.version LIMIT 1) m
    CROSS JOIN LATERAL (
        SELECT search_content(m.text, m.attachments) || array_to_tsvector(search_marks(m) || search_flags(m)) AS words) own
    WHERE NOT (own.words @@ p_words AND (p_exact IS NULL OR ts_filter(own.words, '{a}') @@ p_exact))
$$;

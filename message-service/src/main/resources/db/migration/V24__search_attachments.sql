-- Messages are found by what their files are called and show, and by which kinds of files they have. Those that are
-- indexed already have none: nothing is indexed again. Functions only: takes no lock anybody waits for.

-- The vector of all that a message says: its text, and the names and descriptions of its files. Between two of them is a
-- place that no query looks for, so that no phrase reaches over it.
CREATE FUNCTION search_content(p_text text, p_attachments jsonb) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS
$$
DECLARE
    v_words tsvector := search_words(p_text);
    v_part  text;
BEGIN
    IF p_attachments IS NULL THEN
        RETURN v_words;
    END IF;
    FOR v_part IN
        SELECT p.part FROM jsonb_array_elements(p_attachments) WITH ORDINALITY AS a (file, ord),
             LATERAL (VALUES (1, a.file ->> 'name'), (2, a.file ->> 'alt')) AS p (place, part)
        WHERE p.part IS NOT NULL ORDER BY a.ord, p.place
    LOOP
        v_words := v_words || $gap$'!':1$gap$::tsvector || search_words(v_part);
    END LOOP;
    RETURN v_words;
END
$$;

-- All marks that do not change without the text. Ids are written without hyphens.
CREATE OR REPLACE FUNCTION search_marks(p_message messages) RETURNS text[]
    LANGUAGE sql IMMUTABLE
RETURN array_remove(ARRAY[
    '@' || replace((p_message).sender_id::text, '-', ''),
    CASE WHEN (p_message).mentions_everyone THEN '>all' END,
    CASE WHEN (p_message).text ~* '\mhttps?://[^[:space:]]' THEN '!link' END], NULL)
    || ARRAY(SELECT '>' || replace(m::text, '-', '') FROM unnest((p_message).mentions) m)
    || ARRAY(SELECT DISTINCT '!' || (a ->> 'kind') FROM jsonb_array_elements((p_message).attachments) a);

-- Indexes up to p_most entries of a chat's log, from where it was left: the messages that they are about, as these are
-- now. Repeating it changes nothing; of two at a time one waits. Answers how far the log is indexed. The function is that
-- of V16 but for the files; how it is planned: see V21.
CREATE OR REPLACE FUNCTION index_messages(p_chat_id uuid, p_most integer) RETURNS bigint
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
DECLARE
    v_from bigint;
    v_to   bigint;
    v_last bigint;
    v_seqs bigint[];
BEGIN
    -- Not waiting for the disk: what a crash takes back is the index and the place in the log, both or neither.
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO message_search_chats (chat_id, indexed_seq) VALUES (p_chat_id, 0) ON CONFLICT (chat_id) DO NOTHING;
    SELECT i.indexed_seq INTO v_from FROM message_search_chats i WHERE i.chat_id = p_chat_id FOR UPDATE;
    SELECT c.last_seq INTO v_last FROM chats c WHERE c.chat_id = p_chat_id;
    v_to := least(v_last, v_from + p_most);
    IF v_last IS NULL OR v_to <= v_from THEN
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
        WHERE s.seq IS NULL OR s.version <> p.version
           OR array_length(p.flags, 1) IS DISTINCT FROM array_length(
                  ARRAY(SELECT f FROM unnest(ARRAY['!pinned', '!reaction', '!thread']) f
                        WHERE s.words @@ quote_literal(f)::tsquery), 1)
           OR NOT tsvector_to_array(s.words) @> p.flags
    ), stored AS (
        INSERT INTO message_search AS s (chat_id, seq, version, posted_at, words)
        SELECT p_chat_id, t.seq, t.version, t.posted_at,
               search_content(t.text, t.attachments) || array_to_tsvector(t.marks || t.flags)
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

-- A search does not pay for translations that it was not helped by.
--
-- A function only: takes no lock anybody waits for.

-- For those of these messages, in these versions, that a query finds by a translation only: the one that it fits best. What
-- the query is, see search_messages.
--
-- Making the words of a text is what takes time here, 4 µs a character. So they are made of own texts only where there are
-- translations, and of translations only where there is a choice. Of a page no more than the first 100,000 characters are
-- compared: after that the first language stands for the others.
CREATE OR REPLACE FUNCTION search_translations(
    p_chat_ids uuid[], p_seqs bigint[], p_versions integer[], p_words tsquery, p_exact tsquery)
    RETURNS TABLE (chat_id uuid, seq bigint, language text, text text)
    LANGUAGE sql STABLE
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
    WITH translated AS MATERIALIZED (
        SELECT f.* FROM unnest(p_chat_ids, p_seqs, p_versions) WITH ORDINALITY AS f (chat_id, seq, version, ord)
        WHERE EXISTS (
            SELECT FROM message_translations t
            WHERE t.chat_id = f.chat_id AND t.seq = f.seq AND t.version = f.version)
    ), found AS MATERIALIZED (
        SELECT f.*
        FROM translated f
        CROSS JOIN LATERAL (
            SELECT x.* FROM messages x
            WHERE x.chat_id = f.chat_id AND x.seq = f.seq AND x.version = f.version LIMIT 1) m
        CROSS JOIN LATERAL (
            -- Apart, so that they are made once.
            SELECT search_content(m.text, m.attachments) || array_to_tsvector(search_marks(m) || search_flags(m)) AS words
            OFFSET 0) own
        WHERE NOT (own.words @@ p_words AND (p_exact IS NULL OR ts_filter(own.words, '{a}') @@ p_exact))
    ), choice AS MATERIALIZED (
        SELECT f.ord, t.chat_id, t.seq, t.language, t.text, count(*) OVER (PARTITION BY f.ord) AS languages,
               sum(length(t.text)) OVER (ORDER BY f.ord, t.language) AS characters
        FROM found f
        CROSS JOIN LATERAL (
            SELECT x.* FROM message_translations x
            WHERE x.chat_id = f.chat_id AND x.seq = f.seq AND x.version = f.version) t
    )
    SELECT DISTINCT ON (c.ord) c.chat_id, c.seq, c.language, c.text
    FROM choice c
    ORDER BY c.ord,
             CASE WHEN c.languages > 1 AND c.characters <= 100000 THEN ts_rank(search_words(c.text), p_words) END
                 DESC NULLS LAST,
             c.language
$$;

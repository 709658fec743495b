-- Searching. Functions only: takes no lock anybody waits for.

-- What a term of a query looks for, null when there is no word in it:
--   keys      what every message found has: a query over search_keys, with U+0001 where the prefix belongs
--   words     the same over words, exactly
--   prefixes  beginnings of the words found
--   lexemes   words and stems found
-- p_exact: only the words as written, one after the other. Otherwise each word may be in another form, or be the
-- beginning of a word when it has two letters at least.
CREATE FUNCTION search_term(p_text text, p_exact boolean, OUT keys text, OUT words text, OUT prefixes text[], OUT lexemes text[])
    LANGUAGE sql STABLE STRICT
AS
$$
    WITH token AS (
        SELECT u.lexeme, p.pos, u.lexeme ~ ('[' || search_unspaced() || ']') AS gram, length(u.lexeme) AS size
        FROM unnest(to_tsvector('search_simple', public.unaccent('public.unaccent'::regdictionary, search_text(p_text)))) u,
             unnest(u.positions) AS p (pos)
    ), told AS (
        -- the last character alone says nothing beside the pair that ends with it
        SELECT t.*, lag(t.pos) OVER w AS before, lag(t.gram) OVER w AS after_gram
        FROM token t
        WHERE NOT (t.gram AND t.size = 1 AND EXISTS (
            SELECT FROM token b WHERE b.pos = t.pos - 1 AND b.size = 2 AND b.gram AND right(b.lexeme, 1) = t.lexeme))
        WINDOW w AS (ORDER BY t.pos)
    ), form AS (
        SELECT t.*,
               CASE WHEN p_exact OR t.gram THEN ARRAY[]::text[]
                    ELSE array_remove(tsvector_to_array(search_words(s.token)), t.lexeme) END AS stems,
               CASE WHEN t.gram THEN t.size = 1 ELSE t.size > 1 AND NOT p_exact END AS prefix
        FROM told t,
             LATERAL (SELECT (string_to_array(btrim(search_text(p_text)), ' '))[t.pos] AS written) w,
             LATERAL (
                 -- with its accents, for the stemmers that look at them
                 SELECT CASE WHEN public.unaccent('public.unaccent'::regdictionary, w.written) = t.lexeme THEN w.written
                             ELSE t.lexeme END AS token) s
    ), part AS (
        SELECT f.*,
               (SELECT string_agg(quote_literal(E'\x01' || x.lexeme) || x.suffix, ' | ')
                FROM (SELECT f.lexeme, CASE WHEN f.prefix THEN ':*' ELSE '' END AS suffix
                      UNION ALL SELECT s, '' FROM unnest(f.stems) s) x) AS either
        FROM form f
    )
    SELECT string_agg('(' || p.either || ')', ' & ' ORDER BY p.pos),
           string_agg(
               CASE WHEN p.before IS NULL THEN ''
                    WHEN p_exact OR (p.gram AND p.after_gram) THEN ' <' || (p.pos - p.before) || '> '
                    ELSE ' & ' END
               || '(' || replace(p.either, E'\x01', '') || ')', '' ORDER BY p.pos),
           coalesce(array_agg(p.lexeme) FILTER (WHERE p.prefix AND NOT p.gram), '{}'),
           coalesce(array_agg(p.lexeme), '{}') || ARRAY(SELECT DISTINCT s FROM part q, unnest(q.stems) s)
    FROM part p
$$;

-- Which of these words, each without a space in it, a query finds; for highlights.
CREATE FUNCTION search_found(p_words text[], p_prefixes text[], p_lexemes text[]) RETURNS SETOF text
    LANGUAGE sql STABLE
AS
$$
    SELECT w.word FROM (
        SELECT x AS word, casefold(normalize(x, NFKC) COLLATE pg_unicode_fast) AS written, folded(normalize(x, NFKC)) AS plain
        FROM unnest(p_words) x) w
    WHERE w.plain = ANY (p_lexemes)
       OR EXISTS (SELECT FROM unnest(p_prefixes) p WHERE starts_with(w.plain, p))
       OR p_lexemes && (
           ts_lexize('search_spanish', w.plain) || ts_lexize('search_english', w.plain)
           || ts_lexize('search_portuguese', w.plain) || ts_lexize('search_french', w.plain)
           || ts_lexize('search_german', w.plain) || ts_lexize('search_catalan', w.plain) || ts_lexize('search_italian', w.plain))
       OR (w.plain <> w.written AND EXISTS (
           SELECT FROM unnest(
               ts_lexize('search_spanish', w.written) || ts_lexize('search_portuguese', search_singular(w.written))
               || ts_lexize('search_french', w.written) || ts_lexize('search_catalan', w.written)
               || ts_lexize('search_italian', w.written)) s
           WHERE folded(s) = ANY (p_lexemes)))
$$;

CREATE TYPE search_hit AS (chat_id uuid, seq bigint, version integer, posted_at timestamptz, rank real);

-- The newest messages, at most p_most, that a person may read now and that the query finds, from new to old (posted_at,
-- chat_id, seq), each with its rank. Those that were edited or deleted since they were indexed are left out. When there
-- may be older ones, a last row without a rank tells the place that everything found is not older than: either p_most were
-- found, or p_most_blocks were looked through, and as many more as the person has chats.
--
--   p_chats, p_not_chats  only in these; not in those. Null: all; none
--   p_keys, p_words       see search_term; null: the query has no words
--   p_exact               over the words as they were written
--   p_written             words that rank higher than others that only begin like them, or have their stem
--   p_from, p_to          posted at or after; before. May be infinite
--   p_below_*             only what is older than this place, exclusive
--   p_down_*              only what is not older than this place
--
-- It goes through the blocks by their newest message, a few first and then more at a time, until p_most messages are
-- newer than what is left. With p_keys the index is asked block by block. It is asked the same thing three times: GIN looks
-- each key up once anyway, but the planner, who knows nothing of the query, takes each time for one row of 200, and does
-- not think of the primary key, which would read all of a chat (measured: 10 µs a block instead of up to 3 ms). Without
-- p_keys the block itself is read.
CREATE FUNCTION search_messages(
    p_user uuid, p_chats uuid[], p_not_chats uuid[], p_keys text, p_words tsquery, p_exact tsquery,
    p_written text[], p_from timestamptz, p_to timestamptz, p_below_at timestamptz, p_below_chat uuid, p_below_seq bigint,
    p_down_at timestamptz, p_down_chat uuid, p_down_seq bigint, p_most integer, p_most_blocks integer)
    RETURNS TABLE (chat_id uuid, seq bigint, posted_at timestamptz, rank real)
    LANGUAGE plpgsql STABLE
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
#variable_conflict use_column
DECLARE
    v_chats   uuid[];
    v_blocks  bigint[];
    v_newest  timestamptz[];
    v_count   integer;
    -- Blocks that overlap a moment are looked through again by the next page, and a chat has one of these: by this much
    -- more every page comes further.
    v_most    integer := p_most_blocks + (SELECT count(*) FROM memberships m WHERE m.user_id = p_user);
    v_next    integer := 1;
    v_size    integer := 8;
    v_found   search_hit[] := '{}';
    v_more    search_hit[];
    v_rest    search_hit;
    v_written tsquery := (
        SELECT coalesce(string_agg(quote_literal(w), ' | '), quote_literal('@')) FROM unnest(p_written) w)::tsquery;
BEGIN
    SELECT array_agg(b.chat_id), array_agg(b.block), array_agg(b.newest_at), count(*)
    INTO v_chats, v_blocks, v_newest, v_count
    FROM (
        SELECT x.chat_id, x.block, x.newest_at
        FROM memberships m
        JOIN chats c ON c.chat_id = m.chat_id AND NOT c.deleted
        JOIN message_search_blocks x ON x.chat_id = m.chat_id
        WHERE m.user_id = p_user
          AND (p_chats IS NULL OR m.chat_id = ANY (p_chats)) AND (p_not_chats IS NULL OR m.chat_id <> ALL (p_not_chats))
          AND x.newest_at >= greatest(p_from, p_down_at) AND x.oldest_at < p_to AND x.oldest_at <= p_below_at
        ORDER BY x.newest_at DESC, x.chat_id, x.block DESC
        LIMIT v_most + 1) b;

    WHILE v_next <= least(v_count, v_most)
          AND (cardinality(v_found) < p_most OR (v_found[p_most]).posted_at <= v_newest[v_next]) LOOP
        IF p_keys IS NULL THEN
            v_more := ARRAY(
                SELECT (f.chat_id, f.seq, f.version, f.posted_at,
                        coalesce(ts_rank(f.words, p_words) + ts_rank(f.words, v_written), 0))::search_hit
                FROM (
                    SELECT s.chat_id, s.seq, s.version, s.posted_at, s.words
                    FROM unnest(v_chats[v_next : least(v_next + v_size - 1, v_most)],
                                v_blocks[v_next : least(v_next + v_size - 1, v_most)]) AS b (chat_id, block)
                    JOIN message_search s
                      ON s.chat_id = b.chat_id AND s.seq >= b.block << 10 AND s.seq < (b.block + 1) << 10
                    WHERE s.posted_at >= p_from AND s.posted_at < p_to
                      AND (s.posted_at, s.chat_id, s.seq) < (p_below_at, p_below_chat, p_below_seq)
                      AND (s.posted_at, s.chat_id, s.seq) >= (p_down_at, p_down_chat, p_down_seq)
                      AND (p_words IS NULL OR s.words @@ p_words)
                      AND (p_exact IS NULL OR ts_filter(s.words, '{a}') @@ p_exact)
                    ORDER BY s.posted_at DESC, s.chat_id DESC, s.seq DESC
                    LIMIT p_most) f);
        ELSE
            v_more := ARRAY(
                SELECT (f.chat_id, f.seq, f.version, f.posted_at,
                        coalesce(ts_rank(f.words, p_words) + ts_rank(f.words, v_written), 0))::search_hit
                FROM (
                    SELECT s.chat_id, s.seq, s.version, s.posted_at, s.words
                    FROM (
                        SELECT x.chat_id, x.block, replace(p_keys, E'\x01', search_prefix(x.chat_id, x.block))::tsquery AS keys
                        FROM unnest(v_chats[v_next : least(v_next + v_size - 1, v_most)],
                                    v_blocks[v_next : least(v_next + v_size - 1, v_most)]) AS x (chat_id, block)
                        OFFSET 0) b
                    JOIN message_search s
                      ON s.chat_id = b.chat_id
                     AND search_keys(s.chat_id, s.seq, s.words) @@ b.keys
                     AND search_keys(s.chat_id, s.seq, s.words) @@ b.keys
                     AND search_keys(s.chat_id, s.seq, s.words) @@ b.keys
                    WHERE search_block(s.seq) = b.block
                      AND s.posted_at >= p_from AND s.posted_at < p_to
                      AND (s.posted_at, s.chat_id, s.seq) < (p_below_at, p_below_chat, p_below_seq)
                      AND (s.posted_at, s.chat_id, s.seq) >= (p_down_at, p_down_chat, p_down_seq)
                      AND s.words @@ p_words
                      AND (p_exact IS NULL OR ts_filter(s.words, '{a}') @@ p_exact)
                    ORDER BY s.posted_at DESC, s.chat_id DESC, s.seq DESC
                    LIMIT p_most) f);
        END IF;
        v_found := ARRAY(
            SELECT h FROM (SELECT * FROM unnest(v_found) UNION ALL SELECT * FROM unnest(v_more)) h
            ORDER BY h.posted_at DESC, h.chat_id DESC, h.seq DESC LIMIT p_most);
        v_next := v_next + v_size;
        v_size := least(v_size * 2, 256);
    END LOOP;

    IF v_count > v_most AND v_next > v_most AND NOT coalesce((v_found[p_most]).posted_at > v_newest[v_most + 1], false) THEN
        v_rest := ('ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid, 9223372036854775807, 0, v_newest[v_most + 1], 0);
    ELSIF cardinality(v_found) = p_most THEN
        v_rest := v_found[p_most];
    END IF;
    RETURN QUERY
    SELECT h.chat_id, h.seq, h.posted_at, h.rank
    FROM unnest(v_found) h
    CROSS JOIN LATERAL (
        SELECT FROM messages m
        WHERE m.chat_id = h.chat_id AND m.seq = h.seq AND m.version = h.version AND m.deleted_at IS NULL LIMIT 1) m
    WHERE v_rest IS NULL OR (h.posted_at, h.chat_id, h.seq) >= (v_rest.posted_at, v_rest.chat_id, v_rest.seq)
    ORDER BY h.posted_at DESC, h.chat_id DESC, h.seq DESC;
    IF v_rest IS NOT NULL THEN
        RETURN QUERY SELECT v_rest.chat_id, v_rest.seq, v_rest.posted_at, NULL::real;
    END IF;
END
$$;

-- The words of messages, so that they are found.
--
-- A message is found by a word in whatever language it was meant: its vector has the words as written, without accents
-- and case (weight A, with their places), and their stems in seven languages (no places). Texts in scripts that put no
-- space between words go in as pairs of neighbouring characters. What is known of a message besides its text goes in as
-- marks, which no text can contain: '@<sender>', '><mentioned>', '>all', '!link', '!reaction', '!thread', '!pinned'.
--
-- The GIN index has each of these once per chat and block of 1,024 seqs, by a prefix made of both. So a search only
-- touches what the chats of its reader say, goes through them from new to old, and stops when it has enough: neither a
-- word that half of all messages have nor a prefix of two letters costs more than a few blocks. The keys of a message lie
-- side by side in the index, which makes it cheap to add to.
--
-- New tables only: takes no lock anybody waits for. Messages that are there already are indexed after the start.

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

-- Text without accents and case. Declared immutable although unaccent is only stable, since its rules come with the
-- server; after an upgrade that changes them, index again.
CREATE FUNCTION folded(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN casefold(public.unaccent('public.unaccent'::regdictionary, words) COLLATE pg_unicode_fast);

-- Stemmers without stop words: what is one in a language may be the word that is looked for in another.
CREATE TEXT SEARCH CONFIGURATION search_simple (COPY = pg_catalog.simple);

DO $$
DECLARE
    v_language text;
BEGIN
    FOREACH v_language IN ARRAY ARRAY['spanish', 'english', 'portuguese', 'french', 'german', 'catalan', 'italian'] LOOP
        EXECUTE format('CREATE TEXT SEARCH DICTIONARY search_%1$s (TEMPLATE = snowball, LANGUAGE = %1$s)', v_language);
        EXECUTE format('CREATE TEXT SEARCH CONFIGURATION search_%s (COPY = pg_catalog.simple)', v_language);
        EXECUTE format('ALTER TEXT SEARCH CONFIGURATION search_%1$s ALTER MAPPING FOR asciiword, word WITH search_%1$s', v_language);
    END LOOP;
END
$$;

-- What is written without spaces: Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean; the inside of a bracket
-- expression.
CREATE FUNCTION search_unspaced() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff';

-- The words of a text without case, one space between them. A run without spaces becomes the pairs of its characters and
-- the last one alone: 東京都 is 東京 京都 都, so that every part of it is a phrase or the beginning of a pair.
CREATE FUNCTION search_text(p_text text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS
$$
DECLARE
    -- besides letters and digits: the marks that belong to letters in the scripts of India and South-East Asia
    v_words text := regexp_replace(
        casefold(normalize(p_text, NFKC) COLLATE pg_unicode_fast),
        '[^[:alnum:]\u0300-\u036f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b6-\u17d3]+', ' ', 'g');
BEGIN
    IF v_words !~ ('[' || search_unspaced() || ']') THEN
        RETURN v_words;
    END IF;
    RETURN (
        SELECT string_agg(
                   CASE WHEN p.part ~ ('^[' || search_unspaced() || ']')
                        THEN (SELECT string_agg(substr(p.part, n, 2), ' ' ORDER BY n) FROM generate_series(1, length(p.part)) n)
                        ELSE p.part END, ' ' ORDER BY p.ord)
        FROM string_to_table(regexp_replace(v_words, '([' || search_unspaced() || ']+)', ' \1 ', 'g'), ' ')
                 WITH ORDINALITY AS p (part, ord));
END
$$;

-- Portuguese plurals that its stemmer leaves alone: reuniões, pães, irmãos.
CREATE FUNCTION search_singular(p_words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(p_words, '(õe|ãe|ão)s( |$)', 'ão\2', 'g');

-- The vector of a text. The stemmers see it without accents, since many people write without; those that tell endings
-- apart by accents see it with them too.
CREATE FUNCTION search_words(p_text text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS
$$
DECLARE
    v_written text := search_text(p_text);
    v_plain   text := public.unaccent('public.unaccent'::regdictionary, v_written);
    v_words   tsvector := setweight(to_tsvector('search_simple', v_plain), 'A') || strip(
        to_tsvector('search_spanish', v_plain) || to_tsvector('search_english', v_plain)
        || to_tsvector('search_portuguese', v_plain) || to_tsvector('search_french', v_plain)
        || to_tsvector('search_german', v_plain) || to_tsvector('search_catalan', v_plain)
        || to_tsvector('search_italian', v_plain));
BEGIN
    IF v_plain <> v_written THEN
        v_words := v_words || array_to_tsvector(ARRAY(
            SELECT DISTINCT f.stem
            FROM unnest(tsvector_to_array(
                     to_tsvector('search_spanish', v_written) || to_tsvector('search_portuguese', search_singular(v_written))
                     || to_tsvector('search_french', v_written) || to_tsvector('search_catalan', v_written)
                     || to_tsvector('search_italian', v_written))) AS w (stem),
                 LATERAL (SELECT public.unaccent('public.unaccent'::regdictionary, w.stem)) AS f (stem)
            WHERE f.stem <> ''));
    END IF;
    RETURN v_words;
END
$$;

CREATE TABLE message_search (
    chat_id   uuid        NOT NULL,
    seq       bigint      NOT NULL,
    version   integer     NOT NULL, -- of the message, when it was indexed
    posted_at timestamptz NOT NULL,
    words     tsvector    NOT NULL,
    CONSTRAINT message_search_pk PRIMARY KEY (chat_id, seq)
) PARTITION BY HASH (chat_id);

-- Which blocks of seqs a chat has messages in, and of what time they are.
CREATE TABLE message_search_blocks (
    chat_id   uuid        NOT NULL,
    block     bigint      NOT NULL,
    oldest_at timestamptz NOT NULL,
    newest_at timestamptz NOT NULL,
    CONSTRAINT message_search_blocks_pk PRIMARY KEY (chat_id, block)
) WITH (fillfactor = 70);

-- How far a chat's log has been indexed.
CREATE TABLE message_search_chats (
    chat_id     uuid   NOT NULL,
    indexed_seq bigint NOT NULL,
    CONSTRAINT message_search_chats_pk PRIMARY KEY (chat_id)
) WITH (fillfactor = 70);

CREATE FUNCTION search_block(p_seq bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN p_seq >> 10;

-- What the keys of a block begin with: 36 bits of a hash. Another block with the same ones costs a look, since the rows
-- found are compared with the chat and the block themselves.
CREATE FUNCTION search_prefix(p_chat_id uuid, p_block bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN left(encode(decode(md5(p_chat_id::text || p_block::text), 'hex'), 'base64'), 6);

CREATE FUNCTION search_keys(p_chat_id uuid, p_seq bigint, p_words tsvector) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT array_to_tsvector(array_agg(b.prefix || w.word))
    FROM (SELECT search_prefix(p_chat_id, search_block(p_seq)) AS prefix) b, unnest(tsvector_to_array(p_words)) AS w (word));

-- Statistics of words and keys are of no use here and slow to make.
DO $$
BEGIN
    FOR part IN 0..7 LOOP
        EXECUTE format('CREATE TABLE message_search_%s PARTITION OF message_search FOR VALUES WITH (MODULUS 8, REMAINDER %s)', part, part);
        EXECUTE format('CREATE INDEX message_search_%s_keys_ix ON message_search_%s USING gin (search_keys(chat_id, seq, words)) WITH (fastupdate = off)', part, part);
        EXECUTE format('ALTER INDEX message_search_%s_keys_ix ALTER COLUMN 1 SET STATISTICS 0', part);
        EXECUTE format('ALTER TABLE message_search_%s ALTER COLUMN words SET STATISTICS 0', part);
    END LOOP;
END
$$;

CREATE INDEX message_search_keys_ix ON message_search USING gin (search_keys(chat_id, seq, words)) WITH (fastupdate = off);

-- Those of the marks that change without the text.
CREATE FUNCTION search_flags(p_message messages) RETURNS text[]
    LANGUAGE sql STABLE
RETURN array_remove(ARRAY[
    CASE WHEN (p_message).pinned_at IS NOT NULL THEN '!pinned' END,
    CASE WHEN EXISTS (SELECT FROM reactions r WHERE r.chat_id = (p_message).chat_id AND r.seq = (p_message).seq)
         THEN '!reaction' END,
    CASE WHEN EXISTS (SELECT FROM messages r WHERE r.chat_id = (p_message).chat_id AND r.thread = (p_message).seq
                                               AND r.deleted_at IS NULL) THEN '!thread' END], NULL);

-- All other marks. Ids are written without hyphens.
CREATE FUNCTION search_marks(p_message messages) RETURNS text[]
    LANGUAGE sql IMMUTABLE
RETURN array_remove(ARRAY[
    '@' || replace((p_message).sender_id::text, '-', ''),
    CASE WHEN (p_message).mentions_everyone THEN '>all' END,
    CASE WHEN (p_message).text ~* '\mhttps?://[^[:space:]]' THEN '!link' END], NULL)
    || ARRAY(SELECT '>' || replace(m::text, '-', '') FROM unnest((p_message).mentions) m);

-- Indexes up to p_most entries of a chat's log, from where it was left: the messages that they are about, as these are
-- now. Repeating it changes nothing; of two at a time one waits. Answers how far the log is indexed.
CREATE FUNCTION index_messages(p_chat_id uuid, p_most integer) RETURNS bigint
    LANGUAGE plpgsql
    SET enable_seqscan = off
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
        SELECT m.seq, m.version, m.posted_at, m.text, search_marks(m) AS marks, search_flags(m) AS flags
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
        SELECT p_chat_id, t.seq, t.version, t.posted_at, search_words(t.text) || array_to_tsvector(t.marks || t.flags)
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

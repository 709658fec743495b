-- Translations of a chat that the translation service has dropped, whatever comes first: those that were made until then, or that
-- they are none any more.
--
-- A new table, functions, and a trigger: locks message_translations against writers for the moment it takes to add that.

-- Until when the translations of a chat were dropped; none of them is kept again.
CREATE TABLE dropped_translations (
    chat_id    uuid        NOT NULL,
    dropped_at timestamptz NOT NULL,
    CONSTRAINT dropped_translations_pk PRIMARY KEY (chat_id)
);

-- What keeping and dropping translations of a chat exclude each other by: any number keeps, or one drops.
CREATE FUNCTION dropping_key(p_chat_id uuid) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS
$$
    SELECT hashtextextended('translations of ' || p_chat_id, 0)
$$;

-- Keeps no translation that was dropped, by whichever statement it is to be kept.
CREATE FUNCTION refuse_dropped_translation() RETURNS trigger
    LANGUAGE plpgsql
AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(dropping_key(NEW.chat_id));
    -- After the lock: what was dropped before is seen.
    IF EXISTS (
        SELECT FROM dropped_translations d
        WHERE d.chat_id = NEW.chat_id AND d.dropped_at >= NEW.translated_at) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER refuse_dropped_translation_tr
    BEFORE INSERT OR UPDATE ON message_translations
    FOR EACH ROW EXECUTE FUNCTION refuse_dropped_translation();

-- Drops up to p_most translations of a chat that were made until p_at, and has their messages indexed again; answers how many.
-- With fewer than p_most there are none left.
CREATE FUNCTION drop_translations(p_chat_id uuid, p_at timestamptz, p_most integer) RETURNS integer
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
DECLARE
    v_gone integer;
BEGIN
    PERFORM pg_advisory_xact_lock(dropping_key(p_chat_id));
    INSERT INTO dropped_translations AS d (chat_id, dropped_at) VALUES (p_chat_id, p_at)
    ON CONFLICT (chat_id) DO UPDATE SET dropped_at = excluded.dropped_at WHERE excluded.dropped_at > d.dropped_at;
    WITH picked AS (
        SELECT x.seq, x.language FROM message_translations x
        WHERE x.chat_id = p_chat_id AND x.translated_at <= p_at ORDER BY x.seq, x.language LIMIT p_most
    ), gone AS (
        DELETE FROM message_translations t USING picked s
        WHERE t.chat_id = p_chat_id AND t.seq = s.seq AND t.language = s.language
        RETURNING t.seq
    ), again AS (
        INSERT INTO messages_to_index (chat_id, seq) SELECT DISTINCT p_chat_id, g.seq FROM gone g
    )
    SELECT count(*) INTO v_gone FROM gone;
    RETURN v_gone;
END
$$;

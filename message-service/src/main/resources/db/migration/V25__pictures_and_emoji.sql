-- The picture of a chat, and the emoji of its own that its members react with.
--
-- A column without a default, a new table, and a function: takes no lock for longer than it takes to add them. The chats
-- that are here have neither: an older version of the chat service told of none.

ALTER TABLE chats ADD COLUMN picture_id uuid;

-- Which names a chat has emoji for; what they show is nothing that is decided here. Changes only under the chat's row lock,
-- and has no row of a chat that was deleted.
CREATE TABLE chat_emoji (
    chat_id uuid NOT NULL,
    name    text NOT NULL,
    CONSTRAINT chat_emoji_pk PRIMARY KEY (chat_id, name)
);

-- Adds or takes back a person's reaction. The outcome is that of lock_message, or
--   changed           entry_seq is told
--   unchanged         it was so already, also with an emoji that the chat has had
--   gone              the message was deleted
--   unknown-emoji     it is to be there, is none of the emoji that everybody has, and the chat has none of this name
--   too-many          the message has p_most different ones already
-- A chat's own emoji is written :name:. The function is that of V13 but for these, and they are looked up under the chat's
-- lock, so that nobody reacts with one after the entry that drops it; how it is planned: see V21.
CREATE OR REPLACE FUNCTION set_reaction(
    p_chat_id uuid, p_seq bigint, p_by uuid, p_emoji text, p_present boolean, p_most integer, p_at timestamptz, p_traceparent text,
    OUT outcome text, OUT entry_seq bigint)
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
DECLARE
    v         record;
    v_emojis  text[];
    v_changed integer;
BEGIN
    SELECT * INTO v FROM lock_message(p_chat_id, p_seq, p_by);
    outcome := CASE
        WHEN v.problem IS NOT NULL THEN v.problem
        WHEN (v.message).deleted_at IS NOT NULL THEN 'gone'
    END;
    IF outcome IS NOT NULL THEN
        RETURN;
    END IF;
    IF p_present THEN
        -- Two conditions and not one: the outer one is no query, and all that it costs with the emoji that everybody has.
        IF p_emoji LIKE ':%' THEN
            IF NOT EXISTS (SELECT 1 FROM chat_emoji e WHERE e.chat_id = p_chat_id AND e.name = btrim(p_emoji, ':')) THEN
                outcome := CASE
                    WHEN EXISTS (
                        SELECT 1 FROM reactions x
                        WHERE x.chat_id = p_chat_id AND x.seq = p_seq AND x.emoji = p_emoji AND x.user_id = p_by) THEN 'unchanged'
                    ELSE 'unknown-emoji'
                END;
                RETURN;
            END IF;
        END IF;
        v_emojis := ARRAY(SELECT DISTINCT x.emoji FROM reactions x WHERE x.chat_id = p_chat_id AND x.seq = p_seq);
        IF p_emoji <> ALL (v_emojis) AND cardinality(v_emojis) >= p_most THEN
            outcome := 'too-many';
            RETURN;
        END IF;
        INSERT INTO reactions (chat_id, seq, emoji, user_id, reacted_at) VALUES (p_chat_id, p_seq, p_emoji, p_by, p_at)
        ON CONFLICT (chat_id, seq, emoji, user_id) DO NOTHING;
    ELSE
        DELETE FROM reactions x
        WHERE x.chat_id = p_chat_id AND x.seq = p_seq AND x.emoji = p_emoji AND x.user_id = p_by;
    END IF;
    GET DIAGNOSTICS v_changed = ROW_COUNT;
    outcome := CASE WHEN v_changed = 0 THEN 'unchanged' ELSE 'changed' END;
    IF v_changed > 0 THEN
        entry_seq := append_entry(
            p_chat_id, CASE WHEN p_present THEN 'org.tertulia.reaction.added.v1' ELSE 'org.tertulia.reaction.removed.v1' END,
            jsonb_build_object(
                'type', CASE WHEN p_present THEN 'reaction.added' ELSE 'reaction.removed' END, 'chatId', p_chat_id,
                'message', p_seq, 'userId', p_by, 'emoji', p_emoji, 'at', wire_time(p_at)),
            p_at, p_traceparent);
    END IF;
END
$$;

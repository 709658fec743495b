-- A forwarded message can not be edited any more. The function is that of V13 but for that.
-- Functions only: takes no lock anybody waits for.

-- Replaces a message's text. The outcome is that of lock_message, or
--   edited            entry_seq and version are told
--   unchanged         it has this text already: by a repeat of this edit, or from the start
--   gone              it was deleted
--   not-allowed       it is somebody else's, or a copy of what somebody said: under their name nobody says another thing
--   other-version     its version is not p_version
CREATE OR REPLACE FUNCTION edit_message(
    p_chat_id uuid, p_seq bigint, p_by uuid, p_version integer, p_text text, p_handles text, p_everyone boolean, p_here boolean,
    p_online uuid[], p_at timestamptz, p_traceparent text, OUT outcome text, OUT entry_seq bigint, OUT version integer)
    LANGUAGE plpgsql
    SET enable_seqscan = off
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
        content_hash = coalesce(x.content_hash, content_hash((v.message).text, NULL, NULL, NULL))
    WHERE x.chat_id = p_chat_id AND x.seq = p_seq;
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

-- Messages with files. The functions are those of V13 and V20 but for that.
--
-- A column without a default, and functions: takes no lock for longer than it takes to add the column.

-- As they were described when the message was posted, in their order; null for none.
ALTER TABLE messages ADD COLUMN attachments jsonb;

DROP FUNCTION content_hash(text, bigint, bigint, jsonb);

-- What makes two posts with one client_message_id the same; of attachments, what the sender asked for. For messages
-- without, it is what it was before there were any. Not for secrets: it only tells a sender's own posts apart.
CREATE FUNCTION content_hash(p_text text, p_reply_to bigint, p_thread bigint, p_forwarded jsonb, p_attachments jsonb)
    RETURNS uuid
    LANGUAGE sql STABLE
RETURN md5(concat_ws(E'\x1f', p_text, 'r' || p_reply_to, 't' || p_thread, p_forwarded::text, p_attachments::text))::uuid;

DROP FUNCTION append_messages(
    uuid[], uuid[], uuid[], uuid[], text[], bigint[], bigint[], text[], boolean[], boolean[], text[], text[], uuid[], timestamptz);

-- Appends a batch of messages, given as arrays of one length, and answers for each in the order given:
--   posted               it is in the log now, with the seq told
--   repeated             the sender has posted this in this chat with this client_message_id before; the first one is told
--   conflict             the sender has used the client_message_id in this chat for something else
--   not-a-member         the sender is not a member of the chat
--   unknown-chat         there is no such chat here
--   deleted              the chat is gone
--   unknown-reply        there is no message of the seq that it answers
--   unknown-thread       there is no message of the seq whose thread it is for, or that one is itself in a thread
--   unknown-attachment   one of the files is somebody else's, or refused; unknown_media tells which
--   missing-attachment   one of the files is not known here, or not yet; unknown_media tells which
-- Repeats within the batch count like repeats of an earlier one. A repeat is answered as such also to somebody who is no
-- longer a member, when the message was edited or deleted since, and whatever has become of its files: it was accepted.
--
-- p_reply_tos and p_threads have 0, p_handles (joined by commas), p_forwardeds, p_traceparents and p_attachments '' for
-- nothing; p_attachments may be empty when no message has any. They are [{mediaId, alt}], to be checked and described
-- here; of a forward, the descriptions that are copied. Who is named and what the files are is found out here, so that a
-- message does not have to wait, and be overtaken, for it.
--
-- The lookups are LATERAL with LIMIT and sequential scans are off, so that a plan made while the tables were small stays
-- an index lookup per message when they have grown. How it is planned: see V21.
CREATE FUNCTION append_messages(
    p_chat_ids uuid[], p_sender_ids uuid[], p_client_message_ids uuid[], p_message_ids uuid[],
    p_texts text[], p_reply_tos bigint[], p_threads bigint[], p_handles text[], p_everyones boolean[], p_heres boolean[],
    p_forwardeds text[], p_traceparents text[], p_online uuid[], p_posted_at timestamptz, p_attachments text[] DEFAULT '{}')
    RETURNS TABLE (ord integer, outcome text, message_id uuid, seq bigint, posted_at timestamptz, mentions uuid[],
                   mentions_everyone boolean, attachments text, unknown_media uuid)
    LANGUAGE plpgsql
    SET enable_seqscan = off
    SET plan_cache_mode = force_generic_plan
AS
$$
#variable_conflict use_column
DECLARE
    v_posted_at text := wire_time(p_posted_at);
BEGIN
    PERFORM 1 FROM chats c WHERE c.chat_id = ANY (p_chat_ids) ORDER BY c.chat_id FOR UPDATE;

    RETURN QUERY
    WITH input AS (
        SELECT i.*, first_value(i.ord) OVER same_key AS first_ord, first_value(i.hash) OVER same_key AS first_hash
        FROM (
            SELECT u.ord, u.chat_id, u.sender_id, u.client_message_id, u.message_id, u.text,
                   nullif(u.reply_to, 0) AS reply_to, nullif(u.thread, 0) AS thread, u.handles, u.everyone, u.here,
                   nullif(u.forwarded, '')::jsonb AS forwarded, nullif(u.traceparent, '') AS traceparent,
                   nullif(u.attachments, '')::jsonb AS attached,
                   content_hash(u.text, nullif(u.reply_to, 0), nullif(u.thread, 0), nullif(u.forwarded, '')::jsonb,
                                nullif(u.attachments, '')::jsonb) AS hash
            FROM unnest(p_chat_ids, p_sender_ids, p_client_message_ids, p_message_ids, p_texts, p_reply_tos, p_threads,
                        p_handles, p_everyones, p_heres, p_forwardeds, p_traceparents, p_attachments)
                     WITH ORDINALITY AS u (chat_id, sender_id, client_message_id, message_id, text, reply_to, thread,
                                           handles, everyone, here, forwarded, traceparent, attachments, ord)) i
        WINDOW same_key AS (PARTITION BY i.chat_id, i.sender_id, i.client_message_id ORDER BY i.ord)
    ), resolved AS MATERIALIZED (
        SELECT i.*, c.last_seq, c.deleted, c.kind, m.role,
               e.message_id AS earlier_id, e.seq AS earlier_seq, e.hash AS earlier_hash, e.posted_at AS earlier_at,
               e.mentions AS earlier_mentions, e.mentions_everyone AS earlier_everyone, e.attachments AS earlier_attachments,
               i.reply_to IS NULL OR r.seq IS NOT NULL AS reply_exists,
               i.thread IS NULL OR t.seq IS NOT NULL AS thread_exists, t.sender_id AS thread_author,
               coalesce(d.attachments, i.attached) AS attachments, d.problem AS attachment_problem, d.unknown_media
        FROM input i
        LEFT JOIN LATERAL (
            SELECT x.last_seq, x.deleted, x.kind FROM chats x WHERE x.chat_id = i.chat_id LIMIT 1) c ON true
        LEFT JOIN LATERAL (
            SELECT x.role FROM memberships x WHERE x.chat_id = i.chat_id AND x.user_id = i.sender_id LIMIT 1) m ON true
        LEFT JOIN LATERAL (
            SELECT x.message_id, x.seq, x.posted_at, x.mentions, x.mentions_everyone, x.attachments,
                   CASE WHEN x.deleted_at IS NULL
                        THEN coalesce(x.content_hash, content_hash(x.text, NULL, NULL, NULL, NULL)) END AS hash
            FROM messages x
            WHERE x.chat_id = i.chat_id AND x.sender_id = i.sender_id AND x.client_message_id = i.client_message_id
            LIMIT 1) e ON true
        LEFT JOIN LATERAL (
            SELECT x.seq FROM messages x
            WHERE i.reply_to IS NOT NULL AND x.chat_id = i.chat_id AND x.seq = i.reply_to LIMIT 1) r ON true
        LEFT JOIN LATERAL (
            SELECT x.seq, x.sender_id FROM messages x
            WHERE i.thread IS NOT NULL AND x.chat_id = i.chat_id AND x.seq = i.thread AND x.thread IS NULL LIMIT 1) t ON true
        LEFT JOIN LATERAL (
            SELECT x.attachments, x.problem, x.unknown_media FROM describe_files(i.attached, i.sender_id) x
            WHERE i.attached IS NOT NULL AND i.forwarded IS NULL LIMIT 1) d ON true
    ), accepted AS (
        SELECT r.*, r.last_seq + row_number() OVER (PARTITION BY r.chat_id ORDER BY r.ord) AS seq
        FROM resolved r
        WHERE r.ord = r.first_ord AND r.earlier_seq IS NULL AND r.role IS NOT NULL AND NOT r.deleted
          AND r.reply_exists AND r.thread_exists AND r.attachment_problem IS NULL
    ), fresh AS MATERIALIZED (
        SELECT a.ord, a.chat_id, a.sender_id, a.client_message_id, a.message_id, a.text, a.reply_to, a.thread, a.thread_author,
               a.forwarded, a.attachments, a.traceparent, a.hash, a.seq,
               a.everyone AND may_call_everybody(a.kind, a.role) AS everyone,
               CASE WHEN a.handles <> '' OR a.here
                    THEN mentioned(a.chat_id, a.handles, a.here AND may_call_everybody(a.kind, a.role), p_online)
                    ELSE '{}' END AS mentions
        FROM accepted a
    ), entries AS MATERIALIZED (
        SELECT f.ord, f.chat_id, f.seq, f.traceparent,
               jsonb_build_object(
                   'type', 'message.posted', 'chatId', f.chat_id, 'seq', f.seq, 'messageId', f.message_id,
                   'senderId', f.sender_id, 'clientMessageId', f.client_message_id, 'text', f.text,
                   'postedAt', v_posted_at)
               || jsonb_strip_nulls(jsonb_build_object(
                   'replyTo', f.reply_to, 'thread', f.thread, 'mentions', wire_mentions(f.mentions, f.everyone),
                   'forwarded', f.forwarded, 'attachments', f.attachments)) AS entry
        FROM fresh f
    ), counted AS (
        UPDATE chats c SET last_seq = f.seq
        FROM (SELECT x.chat_id, max(x.seq) AS seq FROM fresh x GROUP BY x.chat_id) f
        WHERE c.chat_id = f.chat_id
    ), stored AS (
        INSERT INTO messages (chat_id, seq, message_id, sender_id, client_message_id, text, posted_at, reply_to, thread,
                              mentions, mentions_everyone, forwarded, attachments, content_hash)
        SELECT f.chat_id, f.seq, f.message_id, f.sender_id, f.client_message_id, f.text, p_posted_at, f.reply_to, f.thread,
               f.mentions, f.everyone, f.forwarded, f.attachments, f.hash
        FROM fresh f
    ), named AS (
        INSERT INTO mentions (chat_id, user_id, seq, thread)
        SELECT f.chat_id, n.user_id, f.seq, f.thread FROM fresh f, unnest(f.mentions) AS n (user_id)
        WHERE n.user_id <> f.sender_id
    ), taking_part AS (
        INSERT INTO thread_followers AS k (chat_id, user_id, thread, following, read_seq)
        SELECT f.chat_id, f.sender_id, f.thread, true, max(f.seq) FROM fresh f WHERE f.thread IS NOT NULL
        GROUP BY f.chat_id, f.sender_id, f.thread
        ON CONFLICT (chat_id, user_id, thread) DO UPDATE SET following = true WHERE NOT k.following
    ), concerned AS (
        INSERT INTO thread_followers (chat_id, user_id, thread, following, read_seq)
        SELECT f.chat_id, n.user_id, f.thread, true, min(n.read_seq)
        FROM fresh f, LATERAL (
            SELECT f.thread_author AS user_id, f.thread AS read_seq
            UNION ALL SELECT x.user_id, f.seq - 1 FROM unnest(f.mentions) AS x (user_id)) n
        WHERE f.thread IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM fresh s
                          WHERE s.chat_id = f.chat_id AND s.thread = f.thread AND s.sender_id = n.user_id)
        GROUP BY f.chat_id, n.user_id, f.thread
        ON CONFLICT (chat_id, user_id, thread) DO NOTHING
    ), logged AS (
        INSERT INTO log (chat_id, seq, entry) SELECT x.chat_id, x.seq, x.entry FROM entries x
    ), announced AS (
        -- sorted, so that the outbox ids of a chat ascend with its seqs
        INSERT INTO outbox (topic, record_key, event_type, occurred_at, traceparent, payload)
        SELECT 'message.events.v1', x.chat_id::text, 'org.tertulia.message.posted.v1', p_posted_at, x.traceparent, x.entry
        FROM entries x ORDER BY x.ord
    )
    SELECT r.ord::integer,
           CASE
               WHEN r.last_seq IS NULL THEN 'unknown-chat'
               WHEN r.deleted THEN 'deleted'
               WHEN r.earlier_seq IS NOT NULL
                   THEN CASE WHEN r.earlier_hash IS NULL OR r.earlier_hash = r.hash THEN 'repeated' ELSE 'conflict' END
               WHEN r.role IS NULL THEN 'not-a-member'
               WHEN r.ord <> r.first_ord AND r.hash <> r.first_hash THEN 'conflict'
               WHEN NOT r.reply_exists THEN 'unknown-reply'
               WHEN NOT r.thread_exists THEN 'unknown-thread'
               WHEN r.attachment_problem IS NOT NULL THEN r.attachment_problem
               WHEN r.ord = r.first_ord THEN 'posted'
               ELSE 'repeated'
           END,
           coalesce(r.earlier_id, f.message_id),
           coalesce(r.earlier_seq, f.seq),
           coalesce(r.earlier_at, p_posted_at),
           coalesce(r.earlier_mentions, f.mentions),
           coalesce(r.earlier_everyone, f.everyone),
           coalesce(r.earlier_attachments, f.attachments)::text,
           r.unknown_media
    FROM resolved r
    LEFT JOIN fresh f ON f.ord = r.first_ord
    ORDER BY r.ord;
END
$$;

-- Replaces a message's text; its attachments stay. The outcome is that of lock_message, or
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
-- The outcome is that of lock_message, or
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
    DELETE FROM mentions x WHERE x.chat_id = p_chat_id AND x.seq = p_seq;
    DELETE FROM reactions x WHERE x.chat_id = p_chat_id AND x.seq = p_seq;
    entry_seq := append_entry(
        p_chat_id, 'org.tertulia.message.deleted.v1',
        jsonb_build_object('type', 'message.deleted', 'chatId', p_chat_id, 'message', p_seq, 'by', p_by, 'at', wire_time(p_at))
        || jsonb_strip_nulls(jsonb_build_object('thread', (v.message).thread)),
        p_at, p_traceparent);
END
$$;

-- What people keep for themselves: bookmarks, drafts, and what they want to be shown as.
--
-- New columns without a default and a new table: takes no lock anybody waits for.

-- What was overwritten by somebody who did not know of it, until somebody writes who has been told.
ALTER TABLE drafts
    ADD COLUMN replaced_text     text,
    ADD COLUMN replaced_reply_to bigint,
    ADD COLUMN replaced_version  bigint,
    ADD COLUMN replaced_at       timestamptz;

CREATE TABLE presences (
    user_id    uuid        NOT NULL,
    version    bigint      NOT NULL,
    invisible  boolean     NOT NULL,
    text       text,
    emoji      text,
    until      timestamptz,
    chosen_at  timestamptz NOT NULL,
    CONSTRAINT presences_pk PRIMARY KEY (user_id)
) WITH (fillfactor = 80);

-- Serialises what one person does with their own things, which is rare enough to wait for; it makes the bounds hold.
CREATE FUNCTION lock_personal(p_user_id uuid)
    RETURNS void
    LANGUAGE sql
AS
$$
SELECT pg_advisory_xact_lock(hashtextextended(p_user_id::text, 15))
$$;

-- Bookmarks a message and answers
--   saved            it was not bookmarked before
--   present          it was, and still is as of then
--   unknown-message  there is no such message, or no longer
--   too-many         the person has as many bookmarks as they may have
CREATE FUNCTION put_bookmark(p_user_id uuid, p_chat_id uuid, p_seq bigint, p_at timestamptz, p_max integer)
    RETURNS text
    LANGUAGE plpgsql
AS
$$
BEGIN
    PERFORM lock_personal(p_user_id);
    IF EXISTS (SELECT 1 FROM bookmarks b WHERE b.user_id = p_user_id AND b.chat_id = p_chat_id AND b.seq = p_seq) THEN
        RETURN 'present';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM messages m WHERE m.chat_id = p_chat_id AND m.seq = p_seq AND m.deleted_at IS NULL) THEN
        RETURN 'unknown-message';
    END IF;
    IF (SELECT count(*) FROM bookmarks b WHERE b.user_id = p_user_id) >= p_max THEN
        -- Those that nobody sees any more make room first.
        DELETE FROM bookmarks b
        WHERE b.user_id = p_user_id
          AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.chat_id = b.chat_id AND m.user_id = b.user_id);
        IF (SELECT count(*) FROM bookmarks b WHERE b.user_id = p_user_id) >= p_max THEN
            RETURN 'too-many';
        END IF;
    END IF;
    INSERT INTO bookmarks (user_id, chat_id, seq, saved_at) VALUES (p_user_id, p_chat_id, p_seq, p_at);
    RETURN 'saved';
END
$$;

-- Writes a draft, or deletes it when the text is empty, and answers with the draft as it is then:
--   written    it has this text now, and a greater version
--   unchanged  it had this text already
--   deleted    there is none any more; the version is that of the deletion
--   absent     there was none to delete
--   kept       it was not deleted: the writer knew an older version only, and nobody is to lose a text unseen
--   too-many   the person has as many drafts as they may have
--
-- p_base is the version that the writer knows: 0 for none, null to write over whatever there is. A text that is written
-- over unseen, and is not part of the new one, is kept as the replaced one.
--
-- Versions follow the database's clock in microseconds, so that they also grow over a deletion, which leaves no row.
CREATE FUNCTION put_draft(
    p_user_id uuid, p_chat_id uuid, p_thread bigint, p_text text, p_reply_to bigint, p_base bigint, p_at timestamptz,
    p_max integer)
    RETURNS TABLE (outcome text, draft drafts)
    LANGUAGE plpgsql
AS
$$
#variable_conflict use_column
DECLARE
    v_old     drafts;
    v_new     drafts;
    v_present boolean;
    v_unseen  boolean;
    v_lost    boolean;
BEGIN
    PERFORM lock_personal(p_user_id);
    SELECT d.* INTO v_old FROM drafts d
    WHERE d.user_id = p_user_id AND d.chat_id = p_chat_id AND d.thread = p_thread;
    v_present := FOUND;
    v_unseen := v_present AND p_base < v_old.version;

    v_new.user_id := p_user_id;
    v_new.chat_id := p_chat_id;
    v_new.thread := p_thread;
    v_new.text := p_text;
    v_new.reply_to := p_reply_to;
    v_new.version := greatest(coalesce(v_old.version, 0) + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
    v_new.updated_at := p_at;

    IF p_text = '' THEN
        IF v_unseen THEN
            RETURN QUERY SELECT 'kept', v_old;
            RETURN;
        END IF;
        DELETE FROM drafts d WHERE d.user_id = p_user_id AND d.chat_id = p_chat_id AND d.thread = p_thread;
        v_new.reply_to := NULL;
        RETURN QUERY SELECT CASE WHEN v_present THEN 'deleted' ELSE 'absent' END, v_new;
        RETURN;
    END IF;

    IF v_present AND v_old.text = p_text AND v_old.reply_to IS NOT DISTINCT FROM p_reply_to THEN
        RETURN QUERY SELECT 'unchanged', v_old;
        RETURN;
    END IF;

    IF NOT v_present AND (SELECT count(*) FROM drafts d WHERE d.user_id = p_user_id) >= p_max THEN
        -- Those that nobody sees any more make room first.
        DELETE FROM drafts d
        WHERE d.user_id = p_user_id
          AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.chat_id = d.chat_id AND m.user_id = d.user_id);
        IF (SELECT count(*) FROM drafts d WHERE d.user_id = p_user_id) >= p_max THEN
            RETURN QUERY SELECT 'too-many', v_new;
            RETURN;
        END IF;
    END IF;

    v_lost := v_unseen AND strpos(p_text, v_old.text) = 0;
    IF v_lost THEN
        v_new.replaced_text := v_old.text;
        v_new.replaced_reply_to := v_old.reply_to;
        v_new.replaced_version := v_old.version;
        v_new.replaced_at := v_old.updated_at;
    ELSIF v_unseen THEN
        v_new.replaced_text := v_old.replaced_text;
        v_new.replaced_reply_to := v_old.replaced_reply_to;
        v_new.replaced_version := v_old.replaced_version;
        v_new.replaced_at := v_old.replaced_at;
    END IF;
    DELETE FROM drafts d WHERE d.user_id = p_user_id AND d.chat_id = p_chat_id AND d.thread = p_thread;
    INSERT INTO drafts SELECT v_new.*;
    RETURN QUERY SELECT 'written', v_new;
END
$$;

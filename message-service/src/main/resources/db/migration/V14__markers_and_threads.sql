-- How far people have read, in chats and in threads, and what is unread after that. It is counted whenever it is asked
-- for, from the messages and the markers: there is no counter that could drift. Counts have a bound (p_most), so that a
-- marker far behind does not make a query long.
--
-- The plans of what is called for many chats at once are made once per connection, and with sequential scans off, so that
-- each count is an index look-up whatever size the tables had then. Measured with 500 chats, on a busy machine: 0.2 s,
-- and 1.8 s with plans that are made anew for each.
--
-- Functions only: takes no lock anybody waits for.

-- Messages of others in the main conversation after p_after that were not deleted.
CREATE FUNCTION count_unread(p_chat_id uuid, p_user_id uuid, p_after bigint, p_most integer) RETURNS integer
    LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS
$$
BEGIN
    RETURN (SELECT count(*) FROM (
        SELECT 1 FROM messages x
        WHERE x.chat_id = p_chat_id AND x.seq > p_after AND x.thread IS NULL AND x.sender_id <> p_user_id
          AND x.deleted_at IS NULL
        LIMIT p_most) unread);
END
$$;

-- Those of them that call the person, by name or with everybody else; each once.
CREATE FUNCTION count_mentions(p_chat_id uuid, p_user_id uuid, p_after bigint, p_most integer) RETURNS integer
    LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS
$$
BEGIN
    RETURN (SELECT count(*) FROM (
        (SELECT n.seq FROM mentions n
         WHERE n.chat_id = p_chat_id AND n.user_id = p_user_id AND n.seq > p_after AND n.thread IS NULL
         ORDER BY n.seq LIMIT p_most)
        UNION
        (SELECT x.seq FROM messages x
         WHERE x.chat_id = p_chat_id AND x.seq > p_after AND x.mentions_everyone AND x.thread IS NULL
           AND x.sender_id <> p_user_id
         ORDER BY x.seq LIMIT p_most)
        LIMIT p_most) called);
END
$$;

-- The same two of one thread.
CREATE FUNCTION count_thread_unread(p_chat_id uuid, p_thread bigint, p_user_id uuid, p_after bigint, p_most integer)
    RETURNS integer
    LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS
$$
BEGIN
    RETURN (SELECT count(*) FROM (
        SELECT 1 FROM messages x
        WHERE x.chat_id = p_chat_id AND x.thread = p_thread AND x.seq > p_after AND x.sender_id <> p_user_id
          AND x.deleted_at IS NULL
        LIMIT p_most) unread);
END
$$;

CREATE FUNCTION count_thread_mentions(p_chat_id uuid, p_thread bigint, p_user_id uuid, p_after bigint, p_most integer)
    RETURNS integer
    LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS
$$
BEGIN
    RETURN (SELECT count(*) FROM (
        (SELECT n.seq FROM mentions n
         WHERE n.chat_id = p_chat_id AND n.user_id = p_user_id AND n.seq > p_after AND n.thread = p_thread
         ORDER BY n.seq LIMIT p_most)
        UNION
        (SELECT x.seq FROM messages x
         WHERE x.chat_id = p_chat_id AND x.seq > p_after AND x.mentions_everyone AND x.thread = p_thread
           AND x.sender_id <> p_user_id
         ORDER BY x.seq LIMIT p_most)
        LIMIT p_most) called);
END
$$;

-- Threads that the person follows and that have something unread. What was said before somebody became a member
-- (p_since) counts as read, there too.
CREATE FUNCTION count_threads_unread(p_chat_id uuid, p_user_id uuid, p_since bigint, p_most integer) RETURNS integer
    LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS
$$
BEGIN
    RETURN (SELECT count(*) FROM (
        SELECT 1 FROM thread_followers f, LATERAL (
            SELECT 1 FROM messages x
            WHERE x.chat_id = p_chat_id AND x.thread = f.thread AND x.seq > greatest(f.read_seq, p_since)
              AND x.sender_id <> p_user_id AND x.deleted_at IS NULL
            LIMIT 1) unread
        WHERE f.chat_id = p_chat_id AND f.user_id = p_user_id AND f.following
        LIMIT p_most) threads);
END
$$;

-- The seq from which on all messages of the main conversation were posted at p_at or later; past the end of the log when
-- none was. posted_at grows with seq, but for the difference between the clocks of instances, so that a search by halves
-- finds it: at a million messages in 0.5 ms. An index would take 40 bytes and a write for each message.
CREATE FUNCTION first_message_at(p_chat_id uuid, p_at timestamptz) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS
$$
DECLARE
    v_low  bigint := 1;
    v_high bigint;
    v_mid  bigint;
    v_seq  bigint;
    v_at   timestamptz;
BEGIN
    SELECT c.last_seq + 1 INTO v_high FROM chats c WHERE c.chat_id = p_chat_id;
    WHILE v_low < v_high LOOP
        v_mid := (v_low + v_high) / 2;
        SELECT x.seq, x.posted_at INTO v_seq, v_at FROM messages x
        WHERE x.chat_id = p_chat_id AND x.seq >= v_mid AND x.thread IS NULL ORDER BY x.seq LIMIT 1;
        IF NOT FOUND OR v_at >= p_at THEN
            v_high := v_mid;
        ELSE
            v_low := v_seq + 1;
        END IF;
    END LOOP;
    RETURN v_low;
END
$$;

-- Moves a person's marker forward within p_generation (null: the present one), at most to the end of the log. Nothing
-- moves when that is not the present generation, or the marker is as far already. Tells the marker then; no row when the
-- person is not a member.
CREATE FUNCTION move_marker(p_chat_id uuid, p_user_id uuid, p_seq bigint, p_generation integer, p_most integer)
    RETURNS TABLE (generation integer, read_seq bigint, unread integer, mentions integer)
    LANGUAGE plpgsql
AS
$$
BEGIN
    UPDATE memberships m SET read_seq = least(p_seq, c.last_seq) FROM chats c
    WHERE m.chat_id = p_chat_id AND m.user_id = p_user_id AND c.chat_id = p_chat_id AND NOT c.deleted
      AND m.read_generation = coalesce(p_generation, m.read_generation) AND m.read_seq < least(p_seq, c.last_seq);
    RETURN QUERY SELECT * FROM present_marker(p_chat_id, p_user_id, p_most);
END
$$;

-- Puts a person's marker right before p_seq and begins a generation, so that what older devices still say about the one
-- before undoes nothing. Tells the marker then; no row when the person is not a member.
CREATE FUNCTION mark_unread(p_chat_id uuid, p_user_id uuid, p_seq bigint, p_most integer)
    RETURNS TABLE (generation integer, read_seq bigint, unread integer, mentions integer)
    LANGUAGE plpgsql
AS
$$
BEGIN
    UPDATE memberships m SET read_generation = m.read_generation + 1, read_seq = least(p_seq - 1, c.last_seq) FROM chats c
    WHERE m.chat_id = p_chat_id AND m.user_id = p_user_id AND c.chat_id = p_chat_id AND NOT c.deleted;
    RETURN QUERY SELECT * FROM present_marker(p_chat_id, p_user_id, p_most);
END
$$;

CREATE FUNCTION present_marker(p_chat_id uuid, p_user_id uuid, p_most integer)
    RETURNS TABLE (generation integer, read_seq bigint, unread integer, mentions integer)
    LANGUAGE plpgsql STABLE
AS
$$
BEGIN
    RETURN QUERY
    SELECT m.read_generation, m.read_seq, count_unread(p_chat_id, p_user_id, m.read_seq, p_most),
           count_mentions(p_chat_id, p_user_id, m.read_seq, p_most)
    FROM memberships m JOIN chats c ON c.chat_id = m.chat_id
    WHERE m.chat_id = p_chat_id AND m.user_id = p_user_id AND NOT c.deleted;
END
$$;

-- Lets a person follow a thread or not (p_following), or moves their marker in it forward (p_seq), at most to the end of
-- the log; null leaves things as they are. Tells how they stand to the thread then. problem is null, or
--   not-a-member      the person is not a member of the chat
--   unknown-thread    there is no message of that seq, or it is itself in a thread
CREATE FUNCTION mark_thread(
    p_chat_id uuid, p_user_id uuid, p_thread bigint, p_following boolean, p_seq bigint, p_most integer,
    OUT problem text, OUT following boolean, OUT read_seq bigint, OUT unread integer, OUT mentions integer)
    LANGUAGE plpgsql
AS
$$
#variable_conflict use_column
DECLARE
    v_last  bigint;
    v_since bigint;
BEGIN
    SELECT c.last_seq, m.since_seq INTO v_last, v_since
    FROM memberships m JOIN chats c ON c.chat_id = m.chat_id
    WHERE m.chat_id = p_chat_id AND m.user_id = p_user_id AND NOT c.deleted;
    IF NOT FOUND THEN
        problem := 'not-a-member';
        RETURN;
    END IF;
    PERFORM 1 FROM messages x WHERE x.chat_id = p_chat_id AND x.seq = p_thread AND x.thread IS NULL;
    IF NOT FOUND THEN
        problem := 'unknown-thread';
        RETURN;
    END IF;
    IF p_following IS NOT NULL THEN
        -- Who begins to follow has what is there before their eyes.
        INSERT INTO thread_followers AS k (chat_id, user_id, thread, following, read_seq)
        VALUES (p_chat_id, p_user_id, p_thread, p_following, v_last)
        ON CONFLICT (chat_id, user_id, thread) DO UPDATE SET following = p_following WHERE k.following <> p_following;
    END IF;
    -- Of those who have nothing to do with a thread no marker is kept: being called into it is to make them followers.
    UPDATE thread_followers k SET read_seq = least(p_seq, v_last)
    WHERE p_seq IS NOT NULL AND k.chat_id = p_chat_id AND k.user_id = p_user_id AND k.thread = p_thread AND k.read_seq < least(p_seq, v_last);
    SELECT f.following, greatest(f.read_seq, v_since) INTO following, read_seq FROM thread_followers f
    WHERE f.chat_id = p_chat_id AND f.user_id = p_user_id AND f.thread = p_thread;
    following := coalesce(following, false);
    read_seq := coalesce(read_seq, greatest(p_thread, v_since));
    unread := count_thread_unread(p_chat_id, p_thread, p_user_id, read_seq, p_most);
    mentions := count_thread_mentions(p_chat_id, p_thread, p_user_id, read_seq, p_most);
END
$$;

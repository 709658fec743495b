-- Messages are heard by the hundred, in one statement. Locks: creates only.

-- Messages that were heard, and of which somebody has to be told yet; each goes when that is done. So a log is heard on past
-- them, and a crash loses none. One that is left when later messages of its chat are heard became a dead letter.
create table untold_messages (
    chat_id uuid   not null,
    seq     bigint not null,
    constraint untold_messages_pk primary key (chat_id, seq)
);

-- Hears messages, those of a chat in the order of its log. Gives the places, from 1, of those of which somebody may have to be
-- told: as hear_message says of one after the other, each noted before the next. Of such a message that comes again it says so
-- until it was told. Lists of one message are one text, separated by spaces; thread is 0 in the main conversation.
create function hear_messages(
    p_chats uuid[], p_seqs bigint[], p_senders uuid[], p_threads bigint[], p_ats timestamptz[], p_kept integer,
    p_everyone boolean[], p_called text[], p_answers text[], p_lookups text[])
    returns table (place integer)
    language plpgsql as $$
declare
    m record;
begin
    delete from untold_messages u
    using (select c.chat_id, min(c.seq) as seq from unnest(p_chats, p_seqs) as c (chat_id, seq) group by c.chat_id) as first
    where u.chat_id = first.chat_id and u.seq < first.seq;
    for m in
        select s.* from unnest(
            p_chats, p_seqs, p_senders, p_threads, p_ats, p_everyone, p_called, p_answers, p_lookups) with ordinality
            as s (chat_id, seq, sender, thread, at, everyone, called, answers, lookups, n)
        order by s.n
    loop
        if not exists (select from untold_messages u where u.chat_id = m.chat_id and u.seq = m.seq) then
            perform from hear_message(
                m.chat_id, m.seq, m.sender, nullif(m.thread, 0), m.at, p_kept, m.everyone,
                string_to_array(m.called, ' ')::uuid[], string_to_array(m.answers, ' ')::bigint[],
                string_to_array(m.lookups, ' '));
            continue when not found;
            perform note_message(m.chat_id, m.seq, m.sender, nullif(m.thread, 0), m.at, p_kept);
            insert into untold_messages (chat_id, seq) values (m.chat_id, m.seq);
        end if;
        place := m.n;
        return next;
    end loop;
end
$$;

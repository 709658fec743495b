-- Keeping a translation in one statement. Locks: glossaries, for the moment it takes to add a column; no row is rewritten.

-- Since when a chat's words are what they are, so that what is made with them is later for everybody.
alter table glossaries add column changed_at timestamptz;

-- Until the end of the transaction nobody else changes what there is of the chat.
create function lock_translations(p_chat uuid) returns void
    language sql
as
$$
    select pg_advisory_xact_lock(hashtextextended('translations of ' || p_chat, 0))
$$;

-- Keeps a translation, and counts its message for the language it is in, unless there is one of that text by that engine. Answers
-- the one that is kept then; is_new is null when none may be: the text was forgotten, or the chat's glossary is not of that version
-- any more. Whoever forgets or drops has the same lock, and each statement after it sees what they have done.
-- What is kept is always later than the last change of the chat's words, however clocks differ.
create function keep_translation(
    p_chat uuid, p_message bigint, p_version integer, p_language text, p_engine text, p_source text, p_text text, p_glossary bigint,
    p_now timestamptz, out source_language text, out kept_text text, out translated_at timestamptz, out is_new boolean)
    language plpgsql
as
$$
#variable_conflict use_column
declare
    v_changed_at timestamptz;
begin
    perform lock_translations(p_chat);
    select g.changed_at into v_changed_at from glossaries g where g.chat_id = p_chat;
    insert into translations as t (chat_id, message, version, language, engine, source_language, text, translated_at)
    select p_chat, p_message, p_version, p_language, p_engine, p_source, p_text,
           greatest(p_now, v_changed_at + interval '1 microsecond')
    where not exists (
            select from forgotten f where f.chat_id = p_chat and f.message in (0, p_message) and f.version > p_version)
        and p_glossary = coalesce((select g.version from glossaries g where g.chat_id = p_chat), 0)
    on conflict on constraint translations_pk do update set engine = excluded.engine
    returning t.source_language, t.text, t.translated_at, xmax = 0 into source_language, kept_text, translated_at, is_new;
    if is_new then
        perform count_message(p_chat, p_message, p_source);
    end if;
end
$$;

-- Counts a message for the language it is in, if it is later than those that were.
create function count_message(p_chat uuid, p_message bigint, p_language text) returns void
    language sql
as
$$
    insert into chat_languages (chat_id, language, messages, latest) values (p_chat, p_language, 1, p_message)
    on conflict on constraint chat_languages_pk do update
    set messages = chat_languages.messages + 1, latest = excluded.latest
    where chat_languages.latest < excluded.latest
$$;

-- Since when a chat's words are what they are, so that what is made with them is later for everybody. Locks: glossaries, for the
-- moment it takes to add a column; no row is rewritten.

alter table glossaries add column changed_at timestamptz;

-- As in V31, but that what is kept is always later than the last change of the chat's words, however clocks differ.
create or replace function keep_translation(
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

-- Drops all translations of a chat; answers since when there are none, which is not before any of them was made.
create function drop_translations(p_chat uuid, p_now timestamptz) returns timestamptz
    language plpgsql
as
$$
declare
    v_at timestamptz;
begin
    perform lock_translations(p_chat);
    with gone as (delete from translations t where t.chat_id = p_chat returning t.translated_at)
    select greatest(p_now, max(gone.translated_at)) into v_at from gone;
    return v_at;
end
$$;

-- Dropping the translations of a chat, and since when there are none. Locks: creates only.

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

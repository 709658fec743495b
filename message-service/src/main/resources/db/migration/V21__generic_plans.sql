-- How the functions are planned that write the log and index it; what they do stays as it was. Functions only: takes no
-- lock anybody waits for.

-- Left to itself, PostgreSQL plans their statements anew with every call: a plan that knows the chat reads one partition
-- where the generic one names all of them, and so always seems to be worth it. But planning takes longer than the rest
-- (measured: 3.0 of 3.6 ms of an append of one message, 1.3 of 1.8 ms of indexing one), and the generic plan looks up by
-- key too, in the one partition that it finds out at run time.
ALTER FUNCTION append_messages(
    uuid[], uuid[], uuid[], uuid[], text[], bigint[], bigint[], text[], boolean[], boolean[], text[], text[], uuid[],
    timestamptz) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION edit_message SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION delete_message SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION set_reaction SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION set_pin SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION index_messages SET plan_cache_mode = force_generic_plan;

-- Since concat_ws and to_jsonb are stable, PostgreSQL puts these into the statements that call them only when they are
-- declared so; as calls they cost a third of an append of 30 messages.
ALTER FUNCTION content_hash STABLE;
ALTER FUNCTION wire_mentions STABLE;

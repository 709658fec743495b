-- Profiles, searched by handle and name, and preferences. Locks: creates only.

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- Text as it is compared in searches: no accents, no case. Declared immutable although unaccent is
-- only stable: its rules are a file of the server, which an upgrade may change. Then reindex.
create function folded(words text) returns text
    language sql immutable strict parallel safe
    return casefold(public.unaccent('public.unaccent'::regdictionary, words) collate pg_unicode_fast);

-- Words as a LIKE pattern that means just them.
create function pattern(words text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(words, '([\\%_])', '\\\1', 'g');

-- Collation "C" orders the searched columns by bytes, so that a prefix is a range of the index.
create table profiles (
    user_id      uuid        not null constraint profiles_pk primary key,
    handle       text        collate "C" not null constraint profiles_handle_uq unique,
    display_name text        not null,
    bio          text        not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    version      bigint      not null constraint profiles_version_ck check (version > 0),
    name_folded  text        collate "C" generated always as (folded(display_name)) stored,
    search_words text        generated always as (folded(display_name) || ' ' || handle) stored
);

create index profiles_name_ix on profiles (name_folded, user_id);
create index profiles_words_ix on profiles using gin (search_words gin_trgm_ops);

create table preferences (
    user_id  uuid not null constraint preferences_pk primary key,
    language text constraint preferences_language_ck check (language in ('es', 'en')),
    theme    text not null constraint preferences_theme_ck check (theme in ('system', 'light', 'dark'))
);

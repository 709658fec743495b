-- Translations of messages, what was forgotten of them, how people read, and the words of chats. Locks: creates only.

-- One for each text of a message, language and engine. A row whose engine is not configured any more is not used.
create table translations (
    chat_id         uuid        not null,
    message         bigint      not null constraint translations_message_ck check (message > 0),
    version         integer     not null constraint translations_version_ck check (version > 0),
    language        text        not null,
    engine          text        not null,
    source_language text        not null,
    text            text        not null,
    translated_at   timestamptz not null,
    constraint translations_pk primary key (chat_id, message, version, language, engine)
);

-- Texts that are gone: those below the version. Message 0 is the whole chat. Kept as long as a translation of such a text may still
-- be under way, which then finds it here and is not stored.
create table forgotten (
    chat_id      uuid        not null,
    message      bigint      not null,
    version      integer     not null,
    forgotten_at timestamptz not null,
    constraint forgotten_pk primary key (chat_id, message)
);

create index forgotten_age_ix on forgotten (forgotten_at);

-- Which languages the messages of a chat were found to be in, and how many.
create table chat_languages (
    chat_id  uuid   not null,
    language text   not null,
    messages bigint not null,
    constraint chat_languages_pk primary key (chat_id, language)
);

-- What people read; who has no row has chosen nothing.
create table preferences (
    user_id    uuid    not null constraint preferences_pk primary key,
    language   text,
    everything boolean not null
);

create table chat_choices (
    user_id   uuid    not null,
    chat_id   uuid    not null,
    translate boolean not null,
    constraint chat_choices_pk primary key (user_id, chat_id)
);

-- A chat that is closed takes the choices with it.
create index chat_choices_chat_ix on chat_choices (chat_id);

-- How often a chat's words have changed: a translation made with those of before is not stored.
create table glossaries (
    chat_id uuid   not null constraint glossaries_pk primary key,
    version bigint not null
);

create table terms (
    term_id     uuid        not null constraint terms_pk primary key,
    chat_id     uuid        not null constraint terms_glossary_fk references glossaries (chat_id) on delete cascade,
    word        text        not null,
    language    text,
    translation text,
    added_by    uuid        not null,
    added_at    timestamptz not null
);

-- A word is in a glossary once for each language, and once for all.
create unique index terms_word_uq on terms (chat_id, lower(word), coalesce(language, ''));

-- Private chats of the translation bot: what is said there is said to it. Locks: creates only.
create table bot_chats (
    chat_id uuid not null constraint bot_chats_pk primary key
);

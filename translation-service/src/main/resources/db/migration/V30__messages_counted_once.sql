-- The languages of a chat by its messages, each counted once. Locks: chat_languages, for the moment it takes to add a column; no
-- row is rewritten. Figures of before stay, though a message in them may have counted more than once.

-- The greatest seq that was counted: what is not beyond it is not counted again, nor, where messages come out of order, at all.
alter table chat_languages add column latest bigint not null default 0;

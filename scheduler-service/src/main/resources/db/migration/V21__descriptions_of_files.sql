-- What the files of a message show, in words: one text for each file, empty for none. Locks: scheduled_messages, rewritten.

alter table scheduled_messages add column alts text[];
update scheduled_messages set alts = array_fill(''::text, array[cardinality(attachments)]);
alter table scheduled_messages
    alter column alts set not null,
    add constraint scheduled_messages_alts_ck check (cardinality(alts) = cardinality(attachments));

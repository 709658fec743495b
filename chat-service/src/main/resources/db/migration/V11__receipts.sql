-- Whether the members of a chat see how far the others have read. Null is the default of its kind: yes, but not in
-- public chats, which never allow it. So no row is written anew, and what is stored by the version before means the same.
--
-- The constraint is checked with a scan of chats under a lock that writers wait for; there are few chats, and all rows
-- are null.
alter table chats add column receipts boolean
    constraint chats_receipts_ck check (receipts is not true or kind <> 'public');

-- Answers that are kept say all of a chat.
update idempotency_keys
set response = (response::jsonb || jsonb_build_object('receipts', response::jsonb ->> 'kind' <> 'public'))::text
where response is not null;

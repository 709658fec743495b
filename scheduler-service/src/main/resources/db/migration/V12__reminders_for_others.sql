-- Whom a reminder reminds, when that is not its owner: a person, or the members of a chat. Locks: reminders, for a moment;
-- columns without a default rewrite nothing, and no row there is can fail the check.

alter table reminders
    add column audience_person uuid,
    add column audience_chat uuid,
    add constraint reminders_audience_ck check (num_nonnulls(audience_person, audience_chat) <= 1);

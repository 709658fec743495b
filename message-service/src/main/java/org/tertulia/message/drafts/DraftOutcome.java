package org.tertulia.message.drafts;

/**
 * What has become of a write.
 *
 * @param changed whether anything is different now
 * @param draft the draft as it is now
 * @param differs whether that is not, or not only, what was written
 */
public record DraftOutcome(boolean changed, Draft draft, boolean differs) {}

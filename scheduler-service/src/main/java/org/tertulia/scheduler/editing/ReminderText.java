package org.tertulia.scheduler.editing;

import org.tertulia.starter.text.PlainText;

/** What a reminder says. */
final class ReminderText {

    private static final int MAX_GRAPHEMES = 500;

    private ReminderText() {}

    /** The text, cleaned. Fails with validation-failed. */
    static String of(String raw) {
        return PlainText.cleanLines("text", raw, 1, MAX_GRAPHEMES);
    }
}

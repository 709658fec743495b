package org.tertulia.chat.ledger;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.text.PlainText;

/** What a chat is called: checked and cleaned, or a validation problem that names the field. */
public record ChatText(String title, String description) {

    private static final int MAX_TITLE = 100;
    private static final int MAX_DESCRIPTION = 500;

    /** From what was sent; an absent description is an empty one. */
    public static ChatText of(@Nullable String title, @Nullable String description) {
        return new ChatText(
                PlainText.clean("title", title, 1, MAX_TITLE),
                PlainText.cleanLines("description", description, 0, MAX_DESCRIPTION));
    }
}

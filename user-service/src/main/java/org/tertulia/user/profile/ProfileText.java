package org.tertulia.user.profile;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.text.PlainText;

/** What a person says of themselves: checked and cleaned, or a validation problem naming the field. */
record ProfileText(String displayName, String bio) {

    private static final int MAX_NAME = 80;
    private static final int MAX_BIO = 500;

    /** From what was sent; an absent bio is an empty one. */
    static ProfileText of(@Nullable String displayName, @Nullable String bio) {
        return new ProfileText(
                PlainText.clean("displayName", displayName, 1, MAX_NAME),
                PlainText.cleanLines("bio", bio, 0, MAX_BIO));
    }
}

package org.tertulia.starter.text;

import java.util.regex.Pattern;

/**
 * How the emoji that a chat has of its own are written: a name of 2 to 32 of a–z, 0–9, {@code _} and {@code -}, and between
 * colons where an emoji may stand. So few characters that it can be typed on any keyboard, and that no two of them look the
 * same.
 */
public final class OwnEmoji {

    private static final String NAME = "[a-z0-9_-]{2,32}";
    private static final Pattern ALONE = Pattern.compile(NAME);
    private static final Pattern BETWEEN_COLONS = Pattern.compile(":" + NAME + ":");

    private OwnEmoji() {}

    /** Whether an emoji may be called this. */
    public static boolean isName(String text) {
        return ALONE.matcher(text).matches();
    }

    /** Whether this stands for an emoji, {@code :name:}; whether a chat has one of that name, the chat knows. */
    public static boolean isReference(String text) {
        return BETWEEN_COLONS.matcher(text).matches();
    }
}

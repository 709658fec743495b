package org.tertulia.message.posting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whom a text calls, as it is written there; who of them is a member is found out when the message is
 * appended.
 *
 * @param handles the handles after an {@code @}, in lower case, each once, at most {@link #MOST}
 * @param everyone whether it calls all members ({@code @all})
 * @param here whether it calls the members who are online ({@code @here})
 */
public record Mentions(List<String> handles, boolean everyone, boolean here) {

    /** The most handles that are looked at; those after them are plain text. */
    public static final int MOST = 50;

    private static final String EVERYONE = "all";
    private static final String HERE = "here";

    /**
     * The form of a handle, as the auth service has it, and not within a word or an e-mail address. Scripts
     * that put no space between words may stand on both sides of it.
     */
    private static final Pattern MENTION =
            Pattern.compile(
                    "(?<![\\p{IsLatin}\\p{N}@./+-])@([A-Za-z0-9][A-Za-z0-9._-]{1,29}+)(?![\\p{IsLatin}\\p{N}_@-])");

    /** What ends a sentence, or the emphasis around a name, but may also end a handle. */
    private static final Pattern ENDING = Pattern.compile("[._-]+$");

    private static final Mentions NONE = new Mentions(List.of(), false, false);

    /** Keeps its own copy. */
    public Mentions {
        handles = List.copyOf(handles);
    }

    /**
     * Those in {@code text}. Where a full stop, hyphen or underscore at the end may be of the handle or not,
     * both are looked for.
     */
    public static Mentions in(String text) {
        if (text.indexOf('@') < 0) {
            return NONE;
        }
        var names = new LinkedHashSet<String>();
        var matcher = MENTION.matcher(text);
        while (matcher.find()) {
            var name = matcher.group(1).toLowerCase(Locale.ROOT);
            names.add(ENDING.matcher(name).replaceFirst(""));
            names.add(name);
        }
        var everyone = names.remove(EVERYONE);
        var here = names.remove(HERE);
        return new Mentions(names.stream().limit(MOST).toList(), everyone, here);
    }
}

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

    /** Not within a word, so that an e-mail address calls nobody. */
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_@./-])@([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})");

    private static final Mentions NONE = new Mentions(List.of(), false, false);

    /** Keeps its own copy. */
    public Mentions {
        handles = List.copyOf(handles);
    }

    /** Those in {@code text}. A full stop or hyphen at the end belongs to the sentence. */
    public static Mentions in(String text) {
        if (text.indexOf('@') < 0) {
            return NONE;
        }
        var names = new LinkedHashSet<String>();
        var matcher = MENTION.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1).toLowerCase(Locale.ROOT).replaceFirst("[.-]+$", ""));
        }
        var everyone = names.remove(EVERYONE);
        var here = names.remove(HERE);
        return new Mentions(names.stream().limit(MOST).toList(), everyone, here);
    }
}

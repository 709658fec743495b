package org.tertulia.message.previews;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tertulia.starter.egress.WebAddress;

/**
 * Finds the links in a message as readers see them: written out, in angle brackets, or behind words; not those in code.
 * The web app's Markdown is what it stands in for, near enough: what it misses has no preview, and that is all.
 */
final class MessageLinks {

    /** Links of a message that have a preview; those after them have none. */
    static final int MOST = 3;

    private static final String URL_CHARACTERS = "[^\\s<>\"`{}|\\\\^\\[\\]\\p{Cntrl}]";

    /** Behind words, where the words may be an address themselves, or as it is. */
    private static final Pattern LINK =
            Pattern.compile(
                    "\\[[^\\[\\]]{0,1000}+]\\(\\s*<?(?<behind>(?i:https?)://%1$s+)|(?<![\\p{L}\\p{N}_])(?<bare>(?i:https?)://(?:\\[[0-9a-fA-F:.]+])?%1$s*)"
                            .formatted(URL_CHARACTERS));

    /** What ends a sentence rather than an address. */
    private static final String TRAILING = "?!.,:;*_~'";

    private MessageLinks() {}

    /** The first {@link #MOST} of the text, each page once, in their order. */
    static List<MessageLink> in(String text) {
        var links = new ArrayList<MessageLink>();
        if (!text.contains("://")) {
            return links;
        }
        var seen = new HashSet<WebAddress>();
        var found = LINK.matcher(SpokenText.of(text));
        while (links.size() < MOST && found.find()) {
            var written = written(found);
            WebAddress.parse(written)
                    .filter(seen::add)
                    .ifPresent(address -> links.add(new MessageLink(written, address)));
        }
        return links;
    }

    private static String written(Matcher found) {
        var behind = found.group("behind");
        return behind == null ? trimmed(found.group("bare")) : balanced(behind);
    }

    /** Without what belongs to the sentence around it, as GitHub's Markdown has it. */
    private static String trimmed(String link) {
        var rest = link;
        while (!rest.isEmpty()) {
            var last = rest.charAt(rest.length() - 1);
            var open = last == ')' && !isBalanced(rest);
            if (!open && TRAILING.indexOf(last) < 0) {
                return rest;
            }
            rest = rest.substring(0, rest.length() - 1);
        }
        return rest;
    }

    /** Up to the parenthesis that closes the link. */
    private static String balanced(String link) {
        var depth = 0;
        for (int i = 0; i < link.length(); i++) {
            depth += link.charAt(i) == '(' ? 1 : 0;
            depth -= link.charAt(i) == ')' ? 1 : 0;
            if (depth < 0) {
                return link.substring(0, i);
            }
        }
        return link;
    }

    private static boolean isBalanced(String link) {
        var open = link.chars().filter(c -> c == '(').count();
        return link.chars().filter(c -> c == ')').count() <= open;
    }
}

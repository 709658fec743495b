package org.tertulia.media.content;

import java.util.Arrays;

/** The list of entity tags in an {@code If-None-Match} header (RFC 9110, section 13.1.2). */
final class EntityTags {

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    private EntityTags() {}

    /** Whether the list has the tag; whether either is weak does not matter. */
    static boolean contain(String header, String tag) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(sent -> sent.equals(ANY) || strong(sent).equals(tag));
    }

    private static String strong(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}

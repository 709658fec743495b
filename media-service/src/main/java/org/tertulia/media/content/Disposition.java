package org.tertulia.media.content;

import java.nio.charset.StandardCharsets;

/**
 * Writes {@code Content-Disposition} (RFC 6266): a plain name for old clients, and the true one beside it (RFC 8187).
 * Whatever a name has in it, it stays within its quotes, names no folder, and begins no new header.
 */
final class Disposition {

    private static final String ATTRIBUTE_CHARS = "!#$&+-.^_`|~";
    private static final char REPLACEMENT = '_';

    /** Some old clients decode what follows a percent sign; a quote or backslash would need an escape they get wrong. */
    private static final String AVOIDED = "\"\\%/";

    private Disposition() {}

    static String of(boolean inline, String name) {
        var safe = withoutFolders(name);
        var plain = plain(safe);
        var simple = (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"";
        return plain.equals(safe) ? simple : simple + "; filename*=UTF-8''" + encoded(safe);
    }

    /** Without what leads into another folder, ends a line, or turns the direction of what is read. */
    private static String withoutFolders(String name) {
        var kept = new StringBuilder();
        name.codePoints().map(Disposition::harmless).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    REPLACEMENT;
            default -> c == '/' || c == '\\' ? REPLACEMENT : c;
        };
    }

    private static String plain(String name) {
        var plain = new StringBuilder();
        name.codePoints()
                .map(c -> c < ' ' || c > '~' || AVOIDED.indexOf(c) >= 0 ? REPLACEMENT : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (isAttributeChar(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append("%%%02X".formatted(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isAttributeChar(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || ATTRIBUTE_CHARS.indexOf(octet) >= 0;
    }
}

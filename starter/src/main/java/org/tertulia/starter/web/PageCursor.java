package org.tertulia.starter.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** Makes and reads the opaque cursors of {@link CursorPage}s. */
public final class PageCursor {

    private static final String SEPARATOR = "\u001f";
    private static final int MAX_LENGTH = 1024;

    private PageCursor() {}

    /** A cursor that holds {@code parts}; none of them may contain the unit separator U+001F. */
    public static String encode(String... parts) {
        var bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The parts of a cursor; a malformed-request problem when it has not as many or is no cursor. */
    public static List<String> decode(String cursor, int parts) {
        var found = List.of(text(cursor).split(SEPARATOR, -1));
        if (found.size() != parts) {
            throw malformed();
        }
        return found;
    }

    private static String text(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw malformed();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
    }

    /** The problem of a cursor that was not made here. */
    public static ProblemException malformed() {
        return new ProblemException(
                        ProblemTypes.MALFORMED_REQUEST, "The cursor is not one of ours.")
                .field("cursor", "is not a cursor of this list");
    }
}

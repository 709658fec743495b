package org.tertulia.media.uploads;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Makes a name that somebody's computer gave a file fit to be shown and saved: no folders, nothing invisible. */
final class FileName {

    private static final int MAX_UNITS = 200;
    private static final String NONE = "file";

    private FileName() {}

    static String clean(@Nullable String raw) {
        if (raw == null) {
            return NONE;
        }
        var last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        last.codePoints().filter(FileName::isKept).forEach(kept::appendCodePoint);
        var name = Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
        // Windows drops trailing dots, and hidden files begin with one.
        name = name.replaceAll("^\\.+|[. ]+$", "");
        return name.isEmpty() ? NONE : shortened(name);
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> "<>:\"|?*".indexOf(c) < 0;
        };
    }

    /** Keeps the end, which tells people what it is. */
    private static String shortened(String name) {
        if (name.length() <= MAX_UNITS) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var end = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        var cut = MAX_UNITS - end.length();
        if (Character.isLowSurrogate(name.charAt(cut))) {
            cut--;
        }
        return name.substring(0, cut) + end;
    }
}

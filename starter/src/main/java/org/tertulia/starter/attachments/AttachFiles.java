package org.tertulia.starter.attachments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.PlainText;

/** Makes the files that a message is to have fit to be stored. Whether they may be attached is another question. */
public final class AttachFiles {

    /** The most files of one message. */
    private static final int MOST = 10;

    /** The most graphemes of what is said of one file. */
    private static final int MAX_ALT_GRAPHEMES = 1_000;

    /** The most bytes of the same in UTF-8: graphemes alone have no bound. */
    private static final int MAX_ALT_BYTES = 4 * 1024;

    private static final String FIELD = "attachments";

    private AttachFiles() {}

    /**
     * What a client asks for, with descriptions made fit to be stored; an empty one is none. Fails with
     * validation-failed on {@code attachments} for too many files or one that comes twice, and on {@code
     * attachments[n].alt} for a description that is too long or not plain.
     */
    public static List<AttachFile> clean(@Nullable List<AttachFile> asked) {
        if (asked == null || asked.isEmpty()) {
            return List.of();
        }
        if (asked.size() > MOST) {
            throw refused(FIELD, "must have at most %d files".formatted(MOST));
        }
        var seen = new HashSet<UUID>();
        var files = new ArrayList<AttachFile>(asked.size());
        for (var file : asked) {
            if (!seen.add(file.mediaId())) {
                throw refused(FIELD, "must not have a file twice");
            }
            var field = "%s[%d].alt".formatted(FIELD, files.size());
            files.add(new AttachFile(file.mediaId(), cleanAlt(field, file.alt())));
        }
        return List.copyOf(files);
    }

    private static @Nullable String cleanAlt(String field, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        var alt = PlainText.cleanLines(field, raw, 1, MAX_ALT_GRAPHEMES);
        if (alt.getBytes(StandardCharsets.UTF_8).length > MAX_ALT_BYTES) {
            throw refused(field, "must have at most %d bytes in UTF-8".formatted(MAX_ALT_BYTES));
        }
        return alt;
    }

    /** A forward has the files of its original, and no others. Fails with validation-failed when there are any. */
    public static void requireNone(@Nullable List<AttachFile> asked) {
        if (asked != null && !asked.isEmpty()) {
            throw refused(
                    FIELD, "must be absent when something is forwarded, whose files are copied");
        }
    }

    private static ProblemException refused(String field, String rule) {
        return new ProblemException(
                        ProblemTypes.VALIDATION_FAILED, "The field %s %s.".formatted(field, rule))
                .field(field, rule);
    }
}

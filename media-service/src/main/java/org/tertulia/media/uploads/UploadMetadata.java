package org.tertulia.media.uploads;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * What a client says of a file ({@code Upload-Metadata} of tus 1.0). What type it says the file is of is a hint, and not
 * even read.
 *
 * @param name cleaned name, for people
 * @param keepOriginal whether nothing is to be taken out of the file
 */
record UploadMetadata(String name, boolean keepOriginal) {

    private static final String NAME = "filename";
    private static final String KEEP = "keepOriginal";

    /** Fails with malformed-request. */
    static UploadMetadata of(@Nullable String header) {
        var said = new HashMap<String, String>();
        for (var pair : header == null ? new String[0] : header.split(",")) {
            var words = pair.strip().split(" +");
            said.put(words[0], words.length < 2 ? "" : decoded(words[1]));
        }
        return new UploadMetadata(FileName.clean(said.get(NAME)), isSet(said));
    }

    private static boolean isSet(Map<String, String> said) {
        return said.containsKey(KEEP) && !said.get(KEEP).equals("false");
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new ProblemException(
                    ProblemTypes.MALFORMED_REQUEST,
                    "Upload-Metadata must be keys with base64 texts, separated by commas.");
        }
    }

    /** As it is told to the client again. */
    static String header(Upload upload) {
        var name = upload.name().getBytes(StandardCharsets.UTF_8);
        var text = NAME + " " + Base64.getEncoder().encodeToString(name);
        return upload.keepOriginal() ? text + "," + KEEP : text;
    }
}

package org.tertulia.message.attachments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Attachments as they lie in the database. There, none are null. */
public final class AttachmentJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectReader ATTACHMENTS = JSON.readerForListOf(Attachment.class);

    private AttachmentJson() {}

    /** Those of a message; null for none. */
    public static @Nullable List<Attachment> read(@Nullable String json) {
        return json == null ? null : List.copyOf(ATTACHMENTS.<List<Attachment>>readValue(json));
    }

    /** What a message is to have, for {@code append_messages}: files of the sender or, in a forward, what is copied. */
    public static String write(List<?> attachments) {
        return JSON.writeValueAsString(attachments);
    }
}

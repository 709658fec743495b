package org.tertulia.contracts.translation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/**
 * What came of translating one text of a message into one language. It may come more than once, and after the message
 * was edited or deleted: it counts only for the {@link #version()} that the message has, and not once it is deleted, by
 * which its version does not change.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MessageTranslated.class, name = "message.translated"),
    @JsonSubTypes.Type(value = MessageUntranslated.class, name = "message.untranslated")
})
public sealed interface TranslationEvent extends TertuliaEvent
        permits MessageTranslated, MessageUntranslated {

    /** The chat. */
    UUID chatId();

    /** The seq of the message it is about. */
    long message();

    /** Which text of the message: 1 as it was posted, 2, 3 … after edits. */
    int version();

    /** The language it was to be in, as a BCP 47 tag. */
    String language();
}

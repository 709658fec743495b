package org.tertulia.contracts.translation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/**
 * What came of translating messages: a {@link TranslationResult}, or that such do not count any more. A result may come more than
 * once, and after the message was edited or deleted: it counts only for the {@link TranslationResult#version()} that the message
 * has, and not once it is deleted, by which its version does not change.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MessageTranslated.class, name = "message.translated"),
    @JsonSubTypes.Type(value = MessageUntranslated.class, name = "message.untranslated"),
    @JsonSubTypes.Type(value = TranslationsDropped.class, name = "translations.dropped")
})
public sealed interface TranslationEvent extends TertuliaEvent
        permits MessageTranslated, MessageUntranslated, TranslationsDropped {

    /** The chat. */
    UUID chatId();
}

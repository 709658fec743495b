package org.tertulia.contracts.translationrequest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * People who are connected to one instance of the message service want to read a message in these languages. Every
 * instance asks for its own, so the same is asked more than once; the answer is a
 * {@link org.tertulia.contracts.translation.TranslationEvent} for each language.
 *
 * @param chatId the chat
 * @param message the seq of the message
 * @param version which text of the message it is: 1, 2, 3 …
 * @param text what the message says
 * @param languages the languages, as BCP 47 tags (RFC 5646), without a repeat
 * @param at when it was said or edited, UTC
 */
public record TranslationWanted(
        UUID chatId, long message, int version, String text, List<String> languages, Instant at)
        implements TranslationRequestEvent {

    /** Keeps its own copy of the list. */
    public TranslationWanted {
        languages = List.copyOf(languages);
    }

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return chatId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return at;
    }
}

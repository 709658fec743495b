package org.tertulia.translation.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tertulia.translation.store.KeptTranslation;
import reactor.core.publisher.Mono;

/** What one request has looked up of a chat, for all of its messages at once. */
final class Looked {

    private final List<KeptTranslation> kept;
    private final Instant at;
    private final Mono<ChatWords> words;

    /**
     * As it was then.
     *
     * @param kept of the messages in the language asked for, the first engine's first
     * @param words asked for when the first of them is to be made, and once
     */
    Looked(List<KeptTranslation> kept, Instant at, Mono<ChatWords> words) {
        this.kept = List.copyOf(kept);
        this.at = at;
        this.words = words.cache();
    }

    /** The translation of a message's text by the first of the engines. */
    Optional<KeptTranslation> best(long message, int version) {
        return MessageTranslating.best(kept, message, version);
    }

    /** Since when what is not among these may be there all the same. */
    Instant at() {
        return at;
    }

    Mono<ChatWords> words() {
        return words;
    }
}

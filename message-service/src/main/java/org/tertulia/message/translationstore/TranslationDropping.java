package org.tertulia.message.translationstore;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tertulia.message.search.SearchIndex;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Mono;

/**
 * Drops the translations of a chat that were made until some time, so that no message is found by them any more. None of them
 * comes back by being told late or again.
 */
@Service
final class TranslationDropping {

    /** Translations of one transaction. Guessed. */
    static final int BATCH = 5_000;

    private final DroppedTranslationRepository repository;
    private final SearchIndex index;

    TranslationDropping(DroppedTranslationRepository repository, SearchIndex index) {
        this.repository = repository;
        this.index = index;
    }

    /** Completes when they are dropped, and their messages indexed without them, or left to be. Repeating it changes nothing. */
    Mono<Void> drop(ChatId chat, Instant at) {
        return dropped(chat, at).then(Mono.defer(() -> index.follow(List.of(chat))));
    }

    private Mono<Void> dropped(ChatId chat, Instant at) {
        return Mono.defer(() -> repository.drop(chat, at, BATCH))
                .repeat()
                .takeUntil(gone -> gone < BATCH)
                .then();
    }
}

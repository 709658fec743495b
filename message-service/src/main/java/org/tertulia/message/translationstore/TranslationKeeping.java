package org.tertulia.message.translationstore;

import java.util.List;
import org.springframework.stereotype.Service;
import org.tertulia.message.search.SearchIndex;
import reactor.core.publisher.Mono;

/**
 * Keeps translations, so that messages are found by them. One that comes again changes nothing, nor does one of a text that
 * the message does not have any more, whenever it comes.
 */
@Service
final class TranslationKeeping {

    /** Languages of one message; what comes in a further one is not kept. Guessed: more than the people of a chat read. */
    static final int MAX_LANGUAGES = 10;

    /** A longer one is not kept. Four times what is translated, since no language takes more room than that. */
    static final int MAX_LENGTH = 8_000;

    private final TranslationRepository repository;
    private final SearchIndex index;

    TranslationKeeping(TranslationRepository repository, SearchIndex index) {
        this.repository = repository;
        this.index = index;
    }

    /**
     * Keeps all of these together, and has their chats indexed, each once: also those of which there was nothing to keep,
     * since what came before may have been kept by somebody who was stopped then. Completes after that; what can not be
     * indexed now is caught up with, see {@link SearchIndex#follow}.
     */
    Mono<Void> keep(List<KeptTranslation> translations) {
        var fitting = translations.stream().filter(TranslationKeeping::fits).toList();
        var chats = fitting.stream().map(KeptTranslation::chatId).distinct().toList();
        return fitting.isEmpty()
                ? Mono.empty()
                : repository
                        .keep(fitting, MAX_LANGUAGES)
                        .then(Mono.defer(() -> index.follow(chats)));
    }

    private static boolean fits(KeptTranslation translation) {
        return translation.text().length() <= MAX_LENGTH;
    }
}

package org.tertulia.message.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the index up to the log. An entry only says that there is something to do: what is indexed is
 * the log after the place where it was left, so that entries may come again, or not at all.
 */
@Service
final class SearchIndex {

    /** Entries of one transaction. */
    static final int BATCH = 500;

    /** Chats that one round of catching up asks for. */
    static final int CHATS_BEHIND = 100;

    /** Chats whose place is remembered, so that an entry that was indexed with another costs nothing. */
    private static final int MAX_REMEMBERED = 10_000;

    private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

    private final SearchIndexRepository repository;
    private final Map<ChatId, Long> indexed =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<ChatId, Long> eldest) {
                            return size() > MAX_REMEMBERED;
                        }
                    });

    SearchIndex(SearchIndexRepository repository) {
        this.repository = repository;
    }

    /**
     * Completes when the entry is indexed; in a chat that is more than {@link #BATCH} entries behind,
     * when some are: {@link #catchUp} does the others.
     */
    Mono<Void> follow(ChatId chatId, long seq) {
        return indexed.getOrDefault(chatId, 0L) >= seq
                ? Mono.empty()
                : repository
                        .index(chatId, BATCH)
                        .doOnNext(upTo -> indexed.put(chatId, upTo))
                        .then();
    }

    /** Indexes what is not yet, one chat after the other. A chat that fails does not keep the others. */
    Mono<Void> catchUp() {
        return Mono.defer(this::round).repeat().takeWhile(more -> more).then();
    }

    /** Whether there may be more to do, and it makes sense to do it now. */
    private Mono<Boolean> round() {
        return repository
                .behind(CHATS_BEHIND)
                .collectList()
                .flatMap(
                        chats ->
                                Flux.fromIterable(chats)
                                        .concatMap(this::indexAll)
                                        .reduce(true, Boolean::logicalAnd)
                                        .map(all -> all && chats.size() == CHATS_BEHIND));
    }

    private Mono<Boolean> indexAll(ChatId chatId) {
        return repository
                .index(chatId, BATCH)
                .expand(last -> repository.index(chatId, BATCH).filter(upTo -> upTo > last))
                .then(Mono.just(true))
                .onErrorResume(error -> failed(chatId, error));
    }

    private static Mono<Boolean> failed(ChatId chatId, Throwable error) {
        log.error("Chat {} could not be indexed, and will be tried again", chatId, error);
        return Mono.just(false);
    }
}

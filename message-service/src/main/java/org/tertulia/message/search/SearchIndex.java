package org.tertulia.message.search;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.Infrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the index up to the log, and to the translations. An entry only says that there is something to
 * do: what is indexed is the log after the place where it was left, so that entries may come again, or
 * not at all.
 */
@Service
public final class SearchIndex {

    /** Entries of one transaction. */
    static final int BATCH = 500;

    /** Chats of one transaction. */
    private static final int CHATS_TOGETHER = 50;

    /** Chats that one round of catching up asks for. */
    static final int CHATS_BEHIND = 100;

    private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

    private final SearchIndexRepository repository;

    SearchIndex(SearchIndexRepository repository) {
        this.repository = repository;
    }

    /**
     * Completes when what was said in these chats before is indexed, in all its languages; in a chat that is more than
     * {@link #BATCH} entries behind, or can not be indexed, {@link #catchUp} does the rest. Fails only
     * while the database is away.
     */
    public Mono<Void> follow(Collection<ChatId> chats) {
        return Flux.fromIterable(chats)
                .buffer(CHATS_TOGETHER)
                .concatMap(this::indexTogether)
                .then();
    }

    private Mono<Void> indexTogether(List<ChatId> chats) {
        return repository.index(chats, BATCH).onErrorResume(error -> indexApart(chats, error));
    }

    /** One that fails must not take the others with it. */
    private Mono<Void> indexApart(List<ChatId> chats, Throwable reason) {
        return Infrastructure.isAway(reason)
                ? Mono.error(reason)
                : Flux.fromIterable(chats)
                        .concatMap(
                                chat ->
                                        repository
                                                .index(List.of(chat), BATCH)
                                                .onErrorResume(error -> passOver(chat, error)))
                        .then();
    }

    private static Mono<Void> passOver(ChatId chatId, Throwable error) {
        return Infrastructure.isAway(error) ? Mono.error(error) : failed(chatId, error).then();
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
                .index(List.of(chatId), BATCH)
                .then(repository.isBehind(chatId))
                .repeat()
                .takeWhile(more -> more)
                .then(Mono.just(true))
                .onErrorResume(error -> failed(chatId, error));
    }

    private static Mono<Boolean> failed(ChatId chatId, Throwable error) {
        log.error("Chat {} could not be indexed, and will be tried again", chatId, error);
        return Mono.just(false);
    }
}

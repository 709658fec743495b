package org.tertulia.translation.glossary;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Mono;

/** The words of chats, for those who translate there. */
@Component
public final class Glossaries {

    private final GlossaryRepository glossaries;

    Glossaries(GlossaryRepository glossaries) {
        this.glossaries = glossaries;
    }

    /**
     * The words of a chat. One whose words change while they are read has the version of before, so that what is made with them
     * is not kept.
     */
    public Mono<ChatGlossary> of(ChatId chat) {
        return glossaries.version(chat).flatMap(version -> withTerms(chat, version));
    }

    private Mono<ChatGlossary> withTerms(ChatId chat, long version) {
        return version == 0
                ? Mono.fromSupplier(() -> new ChatGlossary(0, List.of()))
                : glossaries
                        .find(chat, TooManyTerms.MOST)
                        .map(StoredTerm::term)
                        .collectList()
                        .map(terms -> new ChatGlossary(version, terms));
    }

    /** Forgets those of a chat that is gone. Takes part in the caller's transaction. */
    public Mono<Void> forget(ChatId chat) {
        return glossaries.deleteAll(chat);
    }
}

package org.tertulia.translation.store;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;
import reactor.core.publisher.Mono;

/**
 * Which languages are spoken in a chat, by the messages that were recognised there. It helps to recognise the next. A message
 * counts once for its language, however many languages it is wanted in, and however often; one that is recognised after a later
 * one does not count, so that nobody needs to remember which did.
 */
@Component
public final class ChatLanguages {

    /** Languages that are thought likely; more would make none of them so. Guessed. */
    private static final int MOST = 3;

    /** Messages that make a language one of the chat's: a single one may have been mistaken. Guessed. */
    private static final int AT_LEAST = 3;

    private final ChatLanguageRepository languages;

    ChatLanguages(ChatLanguageRepository languages) {
        this.languages = languages;
    }

    /** Those a message there is likely to be in; none while too little was said. */
    public Mono<Set<Language>> likely(ChatId chat) {
        return languages.mostFrequent(chat, AT_LEAST, MOST).collect(toSet());
    }

    /** Counts a message that needed no translation; those that are kept are counted by the {@link TranslationStore}. */
    public Mono<Void> count(ChatId chat, long message, Language language) {
        return languages.count(chat, message, language);
    }
}

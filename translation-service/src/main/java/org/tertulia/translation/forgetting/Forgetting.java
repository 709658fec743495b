package org.tertulia.translation.forgetting;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.glossary.Glossaries;
import org.tertulia.translation.preferences.ReadingPreferences;
import org.tertulia.translation.store.TranslationStore;
import reactor.core.publisher.Mono;

/** Forgets with the message service: texts that were replaced, messages that were deleted, chats that are gone. */
@Component
final class Forgetting {

    private final TranslationStore translations;
    private final Glossaries glossaries;
    private final ReadingPreferences preferences;
    private final TransactionalOperator transactions;

    Forgetting(
            TranslationStore translations,
            Glossaries glossaries,
            ReadingPreferences preferences,
            TransactionalOperator transactions) {
        this.translations = translations;
        this.glossaries = glossaries;
        this.preferences = preferences;
        this.transactions = transactions;
    }

    /** Whether an entry of a chat's log takes anything away. */
    static boolean concerns(LogEntry entry) {
        return entry instanceof MessageEdited
                || entry instanceof MessageDeleted
                || entry instanceof ChatClosed;
    }

    /** Completes after the commit. What was forgotten once can be forgotten again. */
    Mono<Void> apply(LogEntry entry) {
        var chat = new ChatId(entry.chatId());
        return switch (entry) {
            case MessageEdited edited ->
                    translations.forgetOlder(chat, edited.message(), edited.version());
            case MessageDeleted deleted -> translations.forget(chat, deleted.message());
            case ChatClosed _ -> closed(chat);
            default -> Mono.empty();
        };
    }

    private Mono<Void> closed(ChatId chat) {
        return translations
                .forget(chat)
                .then(glossaries.forget(chat))
                .then(preferences.forget(chat))
                .as(transactions::transactional);
    }
}

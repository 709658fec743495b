package org.tertulia.message.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import reactor.core.publisher.Mono;

/**
 * Shows what of messages a query has found: the words in their texts and, where these alone would not have been found, in a
 * translation.
 */
@Component
final class Highlighting {

    /** How many words of a page are looked at, at 10 µs each; further ones are not highlighted. */
    static final int MAX_WORDS = 2_000;

    private final SearchRepository repository;

    Highlighting(SearchRepository repository) {
        this.repository = repository;
    }

    /** These messages, in their order, with what {@code plan} has found in them. */
    Mono<List<FoundMessage>> of(SearchPlan plan, List<MessageView> messages) {
        return plan.lexemes().isEmpty()
                ? Mono.just(shown(messages, Map.of(), Set.of()))
                : repository
                        .translations(messages, plan)
                        .collectMap(TranslationRow::message)
                        .flatMap(translations -> highlighted(plan, messages, translations));
    }

    private Mono<List<FoundMessage>> highlighted(
            SearchPlan plan,
            List<MessageView> messages,
            Map<MessagePlace, TranslationRow> translations) {
        var words = new LinkedHashSet<String>();
        for (var message : messages) {
            TextFragments.of(message.text()).addTo(words, MAX_WORDS);
            var translation = translations.get(place(message));
            if (translation != null) {
                TextFragments.of(translation.text()).addTo(words, MAX_WORDS);
            }
        }
        return repository.found(words, plan).map(found -> shown(messages, translations, found));
    }

    private static List<FoundMessage> shown(
            List<MessageView> messages,
            Map<MessagePlace, TranslationRow> translations,
            Set<String> found) {
        return messages.stream()
                .map(message -> shown(message, translations.get(place(message)), found))
                .toList();
    }

    private static FoundMessage shown(
            MessageView message, @Nullable TranslationRow translation, Set<String> found) {
        return new FoundMessage(
                message,
                TextFragments.of(message.text()).highlights(found),
                translation == null ? null : shown(translation, found));
    }

    /** Also without highlights: it is what the message was found by, however few words of the page were looked at. */
    private static FoundTranslation shown(TranslationRow translation, Set<String> found) {
        return new FoundTranslation(
                translation.language(),
                translation.text(),
                TextFragments.of(translation.text()).highlights(found));
    }

    private static MessagePlace place(MessageView message) {
        return new MessagePlace(message.chatId(), message.seq());
    }
}

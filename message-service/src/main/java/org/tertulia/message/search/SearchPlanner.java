package org.tertulia.message.search;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Makes a plan of the parts of a query: asks the database for words, people and chats. */
@Component
final class SearchPlanner {

    private final SearchRepository repository;

    SearchPlanner(SearchRepository repository) {
        this.repository = repository;
    }

    /**
     * The plan. Handles and titles that are unknown, or not the person's, find nothing. Fails with
     * validation-failed when nothing in the query can be looked for.
     *
     * @param chat only in this one; null for all
     * @param zone where the days of the query begin
     */
    Mono<SearchPlan> plan(
            UserId person, List<SearchPart> parts, @Nullable ChatId chat, ZoneId zone) {
        return Mono.zip(terms(parts), people(parts), chats(person, parts))
                .map(
                        known ->
                                new PlanDraft(
                                                person,
                                                zone,
                                                known.getT1().iterator()::next,
                                                known.getT2(),
                                                known.getT3())
                                        .in(chat)
                                        .addAll(parts)
                                        .plan());
    }

    private Mono<List<SearchTerm>> terms(List<SearchPart> parts) {
        var texts = new ArrayList<String>();
        var exact = new ArrayList<Boolean>();
        for (var part : parts) {
            switch (part) {
                case SearchPart.Word(var text, var negated) -> {
                    texts.add(text);
                    exact.add(negated);
                }
                case SearchPart.Phrase(var text, _) -> {
                    texts.add(text);
                    exact.add(true);
                }
                default -> {}
            }
        }
        return texts.isEmpty() ? Mono.just(List.of()) : repository.terms(texts, exact);
    }

    private Mono<Map<String, UUID>> people(List<SearchPart> parts) {
        var handles = of(parts, SearchPart.From.class).map(SearchPart.From::handle).toList();
        return handles.isEmpty() ? Mono.just(Map.of()) : repository.people(handles);
    }

    private Mono<Map<UUID, String>> chats(UserId person, List<SearchPart> parts) {
        var names = of(parts, SearchPart.In.class).map(SearchPart.In::chat).distinct().toList();
        return names.isEmpty() ? Mono.just(Map.of()) : repository.chats(person, names);
    }

    private static <T> Stream<T> of(List<SearchPart> parts, Class<T> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast);
    }
}

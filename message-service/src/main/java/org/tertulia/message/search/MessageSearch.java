package org.tertulia.message.search;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.message.timeline.MessageViews;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.web.CursorPage;
import reactor.core.publisher.Mono;

/**
 * Finds messages of the chats that the caller is a member of at that moment, and of no others. The
 * newest {@link #WINDOW} that fit are ranked together, by how well and how recently; then the {@link
 * #WINDOW} before them, and so on.
 */
@Service
final class MessageSearch {

    /** How many hits are ranked together. */
    static final int WINDOW = 200;

    /** How many blocks of a chat's log one request looks through by the index, at 10 µs each. */
    static final int MAX_BLOCKS = 2_000;

    /** The same for a query that the index can not help with, at 1 ms each. */
    static final int MAX_BLOCKS_READ = 100;

    private final SearchPlanner planner;
    private final SearchRepository repository;
    private final Membership membership;
    private final MessageViews views;
    private final Highlighting highlighting;
    private final ObservationRegistry observations;

    MessageSearch(
            SearchPlanner planner,
            SearchRepository repository,
            Membership membership,
            MessageViews views,
            Highlighting highlighting,
            ObservationRegistry observations) {
        this.planner = planner;
        this.repository = repository;
        this.membership = membership;
        this.views = views;
        this.highlighting = highlighting;
        this.observations = observations;
    }

    /**
     * One page. It may have fewer items than asked for, or none, and still be followed by another one.
     *
     * <p>Fails with {@link ChatNotFound} when a chat is asked for that the caller is not a member of,
     * and with validation-failed for a query in which nothing can be looked for.
     */
    Mono<CursorPage<FoundMessage>> find(Caller caller, SearchRequest request) {
        return Mono.defer(
                () -> {
                    var observation = Observation.start("message.search", observations);
                    return allowed(caller, request.chat())
                            .then(Mono.defer(() -> plan(caller, request)))
                            .flatMap(plan -> find(caller.userId(), plan, request))
                            .doOnError(observation::error)
                            .doFinally(end -> observation.stop());
                });
    }

    private Mono<SearchPlan> plan(Caller caller, SearchRequest request) {
        return planner.plan(caller.userId(), request.parts(), request.chat(), request.zone());
    }

    private Mono<Void> allowed(Caller caller, @Nullable ChatId chat) {
        return chat == null ? Mono.empty() : membership.require(caller, chat);
    }

    private Mono<CursorPage<FoundMessage>> find(
            UserId person, SearchPlan plan, SearchRequest request) {
        var blocks = plan.keys() == null ? MAX_BLOCKS_READ : MAX_BLOCKS;
        return repository
                .find(person, plan, request.window(), WINDOW, blocks)
                .flatMap(hits -> page(person, plan, request, hits));
    }

    private Mono<CursorPage<FoundMessage>> page(
            UserId person, SearchPlan plan, SearchRequest request, SearchHits hits) {
        var told = request.window().told();
        var left =
                told == null
                        ? hits.hits()
                        : hits.hits().stream()
                                .filter(hit -> SearchHit.BEST_FIRST.compare(hit, told) > 0)
                                .toList();
        var items = left.subList(0, Math.min(request.limit(), left.size()));
        var next = next(request.window(), hits, left, items);
        return messages(person, plan, items)
                .map(
                        found ->
                                new CursorPage<>(
                                        found, next == null ? null : SearchCursor.encode(next)));
    }

    private static @Nullable SearchWindow next(
            SearchWindow window, SearchHits hits, List<SearchHit> left, List<SearchHit> items) {
        var end = window.down() == null ? hits.rest() : window.down();
        if (items.size() < left.size()) {
            return new SearchWindow(hits.below(), end, items.getLast());
        }
        return end == null ? null : SearchWindow.olderThan(end);
    }

    private Mono<List<FoundMessage>> messages(
            UserId person, SearchPlan plan, List<SearchHit> items) {
        if (items.isEmpty()) {
            return Mono.just(List.of());
        }
        var places = items.stream().map(SearchHit::place).map(MessageSearch::place).toList();
        return views.find(person, places).flatMap(found -> highlighting.of(plan, present(found)));
    }

    private static MessagePlace place(SearchPlace place) {
        return new MessagePlace(new ChatId(place.chatId()), place.seq());
    }

    /** One may have been deleted since it was found. */
    private static List<MessageView> present(List<MessageView> found) {
        return found.stream().filter(message -> message.deletedAt() == null).toList();
    }
}

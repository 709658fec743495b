package org.tertulia.user.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.text.PlainText;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.user.profile.Profiles;
import org.tertulia.user.profile.UserView;
import reactor.core.publisher.Mono;

/**
 * Finds people. Words are compared without accents and case: first with the beginnings of handles, then
 * of names, and finally with what is similar. A page costs at most four bounded queries, however many
 * people there are.
 */
@Component
final class PeopleSearch {

    private static final int MAX_WORDS = 80;

    private final SearchRepository people;
    private final Profiles profiles;

    PeopleSearch(SearchRepository people, Profiles profiles) {
        this.people = people;
        this.profiles = profiles;
    }

    /** Those who exist, in the order asked for; all on one page. */
    Mono<CursorPage<UserView>> byIds(List<UserId> ids) {
        return views(ids).map(items -> new CursorPage<>(items, null));
    }

    /** Fails with validation-failed for words that are none, and malformed-request for a bad cursor. */
    Mono<CursorPage<UserView>> byWords(String query, int limit, @Nullable String cursor) {
        var words = PlainText.clean("query", withoutAt(query), 1, MAX_WORDS);
        return found(words, SearchPlace.of(cursor), limit + 1, List.of())
                .flatMap(places -> page(places, limit));
    }

    /** {@code @ana} is how people write a handle. */
    private static String withoutAt(String query) {
        var text = query.strip();
        return text.length() > 1 && text.charAt(0) == '@' ? text.substring(1) : text;
    }

    private Mono<List<SearchPlace>> found(
            String words, SearchPlace after, int limit, List<SearchPlace> before) {
        return people.find(words, after, limit - before.size())
                .map(places -> joined(before, places))
                .flatMap(
                        places ->
                                places.size() == limit || after.stage().isLast(words)
                                        ? Mono.just(places)
                                        : found(
                                                words,
                                                SearchPlace.startOf(after.stage().next()),
                                                limit,
                                                places));
    }

    private static List<SearchPlace> joined(List<SearchPlace> one, List<SearchPlace> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private Mono<CursorPage<UserView>> page(List<SearchPlace> places, int limit) {
        var shown = places.stream().limit(limit).toList();
        var next = places.size() > limit ? shown.getLast().cursor() : null;
        return views(shown.stream().map(place -> new UserId(place.userId())).toList())
                .map(items -> new CursorPage<>(items, next));
    }

    private Mono<List<UserView>> views(List<UserId> ids) {
        return profiles.findAll(ids).map(found -> found.stream().map(UserView::of).toList());
    }
}

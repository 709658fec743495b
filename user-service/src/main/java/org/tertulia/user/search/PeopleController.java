package org.tertulia.user.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import org.tertulia.user.profile.UserView;
import reactor.core.publisher.Mono;

/** People, by their ids or by a search: one of the two, never all of them. */
@RestController
@RequestMapping("/api/v1/users")
final class PeopleController {

    static final int MAX_IDS = 100;

    private final PeopleSearch search;

    PeopleController(PeopleSearch search) {
        this.search = search;
    }

    @GetMapping
    Mono<CursorPage<UserView>> find(
            @RequestParam(required = false) @Nullable String ids,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (ids != null && query == null) {
            return search.byIds(idsOf(ids));
        }
        if (query != null && ids == null) {
            return search.byWords(query, PageLimit.of(limit), cursor);
        }
        throw refused("query", "send either ids or query");
    }

    private static List<UserId> idsOf(String text) {
        var ids = Arrays.stream(text.split(",", -1)).map(PeopleController::id).distinct().toList();
        if (ids.size() > MAX_IDS) {
            throw refused("ids", "must be at most " + MAX_IDS);
        }
        return ids;
    }

    private static UserId id(String text) {
        try {
            return UserId.valueOf(text);
        } catch (IllegalArgumentException notAnId) {
            throw refused("ids", "must be UUIDs with commas between them");
        }
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }
}

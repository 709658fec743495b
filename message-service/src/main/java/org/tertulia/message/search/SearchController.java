package org.tertulia.message.search;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** Search over HTTP. */
@RestController
final class SearchController {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 50;

    private final MessageSearch search;

    SearchController(MessageSearch search) {
        this.search = search;
    }

    @GetMapping("/api/v1/search/messages")
    Mono<CursorPage<FoundMessage>> find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ChatId chat,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor,
            CallerToken token) {
        return search.find(
                new Caller(actor, token),
                new SearchRequest(
                        SearchQuery.parse(q),
                        chat,
                        zone(zone),
                        SearchCursor.decode(before),
                        PageLimit.of(limit, DEFAULT_LIMIT, MAX_LIMIT)));
    }

    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                    .field("zone", "must be a time zone like Europe/Madrid");
        }
    }
}

package org.tertulia.scheduler.feed;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** The caller's calendar feed, and for everybody who has its address what it says. */
@RestController
@RequestMapping(FeedController.PATH)
final class FeedController {

    static final String PATH = "/api/v1/reminders/feed";

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Feeds feeds;

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FeedView> make(Actor actor) {
        return feeds.make(actor.userId())
                .map(
                        made ->
                                new FeedView(
                                        "%s/%s.ics".formatted(PATH, made.token().value()),
                                        made.createdAt()));
    }

    @GetMapping
    Mono<FeedView> read(Actor actor) {
        return feeds.createdAt(actor.userId()).map(createdAt -> new FeedView(null, createdAt));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Actor actor) {
        return feeds.remove(actor.userId());
    }

    /** Whatever the client accepts: a calendar is all there is. */
    @GetMapping("/{token}.ics")
    Mono<Void> calendar(@PathVariable String token, ServerWebExchange exchange) {
        return feeds.read(token).flatMap(calendar -> answer(calendar, exchange));
    }

    /** Who has it already costs no more than a query. */
    private Mono<Void> answer(ReminderCalendar calendar, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.getHeaders().setCacheControl(CacheControl.noCache().cachePrivate());
        if (exchange.checkNotModified(calendar.tag())) {
            return response.setComplete();
        }
        response.getHeaders().setContentType(CALENDAR);
        return response.writeWith(
                feeds.text(calendar)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .map(response.bufferFactory()::wrap));
    }
}

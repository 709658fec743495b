package org.tertulia.notification.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** The caller's inbox. */
@RestController
@RequestMapping("/api/v1/notifications")
final class InboxController {

    private final OwnInbox inbox;

    InboxController(OwnInbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    Mono<CursorPage<NotificationView>> list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return inbox.page(actor.userId(), unread, PageLimit.of(limit), cursor);
    }

    @GetMapping("/unread")
    Mono<UnreadView> unread(Actor actor) {
        return inbox.unread(actor.userId());
    }

    @PostMapping("/read")
    Mono<UnreadView> read(Actor actor, @RequestBody ReadRequest request) {
        request.check();
        var ids = request.ids();
        var through = request.through();
        if (ids != null) {
            return inbox.read(actor.userId(), ids);
        }
        return through == null
                ? inbox.readAll(actor.userId())
                : inbox.readThrough(actor.userId(), through);
    }
}

package org.tertulia.notification.push.subscriptions;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.notification.push.encryption.VapidKeys;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import reactor.core.publisher.Mono;

/** The caller's browsers. */
@RestController
@RequestMapping("/api/v1/notifications/push")
final class SubscriptionController {

    private final Subscriptions subscriptions;
    private final VapidKeys keys;

    SubscriptionController(Subscriptions subscriptions, VapidKeys keys) {
        this.subscriptions = subscriptions;
        this.keys = keys;
    }

    @GetMapping("/key")
    Mono<PushKeyView> key() {
        return keys.publicKey().map(PushKeyView::new);
    }

    @PutMapping("/subscriptions")
    Mono<SubscriptionView> subscribe(Actor actor, @Valid @RequestBody SubscribeRequest request) {
        return subscriptions.subscribe(actor.userId(), request).map(SubscriptionView::of);
    }

    /** All are on one page. */
    @GetMapping("/subscriptions")
    Mono<CursorPage<SubscriptionView>> list(Actor actor) {
        return subscriptions
                .list(actor.userId())
                .map(
                        found ->
                                new CursorPage<>(
                                        found.stream().map(SubscriptionView::of).toList(), null));
    }

    @DeleteMapping("/subscriptions/{subscriptionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unsubscribe(Actor actor, @PathVariable UUID subscriptionId) {
        return subscriptions.unsubscribe(actor.userId(), subscriptionId);
    }
}

package org.tertulia.notification.alerts;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import reactor.core.publisher.Mono;

/** The caller's own rules; nobody else's can be reached. */
@RestController
@RequestMapping("/api/v1/notifications/alerts")
final class AlertController {

    private final Alerts alerts;

    AlertController(Alerts alerts) {
        this.alerts = alerts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AlertView> create(Actor actor, @Valid @RequestBody CreateAlertRequest request) {
        return alerts.make(actor.userId(), request).map(AlertView::of);
    }

    /** As many as a person may have are one page. */
    @GetMapping
    Mono<CursorPage<AlertView>> list(Actor actor) {
        return alerts.list(actor.userId())
                .map(all -> new CursorPage<>(all.stream().map(AlertView::of).toList(), null));
    }

    @DeleteMapping("/{alertId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Actor actor, @PathVariable AlertId alertId) {
        return alerts.delete(actor.userId(), alertId);
    }
}

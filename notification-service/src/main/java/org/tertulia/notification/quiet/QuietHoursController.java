package org.tertulia.notification.quiet;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** When the caller does not want to be disturbed. */
@RestController
@RequestMapping("/api/v1/notifications/quiet-hours")
final class QuietHoursController {

    private final QuietHours hours;

    QuietHoursController(QuietHours hours) {
        this.hours = hours;
    }

    @GetMapping
    Mono<QuietHoursView> read(Actor actor) {
        return hours.read(actor.userId()).map(QuietHoursView::of);
    }

    @PutMapping
    Mono<QuietHoursView> choose(Actor actor, @Valid @RequestBody QuietHoursRequest request) {
        return hours.choose(actor.userId(), request.plan()).map(QuietHoursView::of);
    }
}

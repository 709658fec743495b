package org.tertulia.scheduler.reading;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads sentences of what and when, for whoever is signed in. */
@RestController
@RequestMapping("/api/v1/reminders/readings")
final class ReadingController {

    private final Readings readings;

    ReadingController(Readings readings) {
        this.readings = readings;
    }

    /** Off the event loop: a long sentence takes some tens of milliseconds. */
    @PostMapping
    Mono<ReadingView> read(@Valid @RequestBody ReadingRequest request) {
        return Mono.fromSupplier(() -> readings.read(request)).subscribeOn(Schedulers.parallel());
    }
}

package org.tertulia.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.EmailProperties;
import org.tertulia.notification.letters.Letter;
import org.tertulia.notification.mail.MailMetrics.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the mails whose turn it is. That they are being sent is committed before the mail server hears of them. */
@Component
final class MailSending {

    private static final Logger log = LoggerFactory.getLogger(MailSending.class);

    private final MailRepository mails;
    private final DigestRepository digests;
    private final MailWriting writing;
    private final Postman postman;
    private final MailMetrics metrics;
    private final EmailProperties properties;
    private final Clock clock;

    MailSending(
            MailRepository mails,
            DigestRepository digests,
            MailWriting writing,
            Postman postman,
            MailMetrics metrics,
            EmailProperties properties,
            Clock clock) {
        this.mails = mails;
        this.digests = digests;
        this.writing = writing;
        this.postman = postman;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sends as many as there are threads for; whether there may be more. */
    Mono<Boolean> sendBatch() {
        var senders = properties.queue().senders();
        return Mono.defer(() -> mails.claim(now(), properties.queue().lease(), senders))
                .flatMap(
                        claimed ->
                                Flux.fromIterable(claimed)
                                        .flatMap(this::deal, senders)
                                        .then(Mono.just(claimed.size() == senders)));
    }

    /** What goes wrong with one is no matter of the others; it is claimed again when its time is over. */
    private Mono<Void> deal(Mail mail) {
        if (mail.givenUp()) {
            log.warn("The mail {} broke off twice and is given up", mail.id());
            metrics.count(Outcome.DEAD);
            return Mono.empty();
        }
        return writing.write(mail, now())
                .flatMap(decision -> carryOut(mail, decision))
                .onErrorResume(
                        error -> {
                            log.warn("The mail {} stays: {}", mail.id(), error.toString());
                            return Mono.empty();
                        });
    }

    private Mono<Void> carryOut(Mail mail, MailWriting.Decision decision) {
        return switch (decision) {
            case MailWriting.Send(var letter) -> send(mail, letter);
            case MailWriting.Wait(var until) -> mails.postpone(mail, until, now());
            case MailWriting.Drop() -> {
                metrics.count(Outcome.DROPPED);
                yield digests.release(mail.id()).then(mails.finish(mail, "dropped", now()));
            }
        };
    }

    private Mono<Void> send(Mail mail, Letter letter) {
        return Mono.defer(
                () -> {
                    var begun = clock.instant();
                    return postman.send(mail, letter)
                            .then(Mono.fromRunnable(() -> answeredAfter(begun)))
                            .then(Mono.just(Outcome.SENT))
                            .onErrorResume(error -> Mono.just(failed(mail, error)))
                            .flatMap(outcome -> note(mail, outcome));
                });
    }

    private void answeredAfter(Instant begun) {
        metrics.answered(Duration.between(begun, clock.instant()));
    }

    private Outcome failed(Mail mail, Throwable error) {
        if (error instanceof MailRefused) {
            log.warn("The mail {} is refused for good: {}", mail.id(), reason(error));
            return Outcome.DEAD;
        }
        metrics.failed();
        log.warn(
                "The mail {} was not taken, attempt {}: {}",
                mail.id(),
                mail.attempts(),
                reason(error));
        return mail.attempts() < properties.queue().attempts() ? Outcome.RETRIED : Outcome.DEAD;
    }

    /** Without addresses, which mail servers like to repeat: a log is read by more people than a mailbox. */
    private static String reason(Throwable error) {
        var cause = error.getCause() == null ? error : error.getCause();
        return cause.getClass().getSimpleName();
    }

    private Mono<Void> note(Mail mail, Outcome outcome) {
        metrics.count(outcome);
        return switch (outcome) {
            case SENT -> mails.finish(mail, "sent", now());
            case RETRIED -> mails.retry(mail, now().plus(delay(mail.attempts())), now());
            case DEAD -> digests.release(mail.id()).then(mails.finish(mail, "dead", now()));
            case DROPPED -> mails.finish(mail, "dropped", now());
        };
    }

    /** Twice as long each time. */
    Duration delay(int attempts) {
        var queue = properties.queue();
        var doublings = Math.min(attempts - 1, Integer.SIZE - 2);
        var factor = 1L << doublings;
        return queue.maxDelay().dividedBy(queue.minDelay()) < factor
                ? queue.maxDelay()
                : queue.minDelay().multipliedBy(factor);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

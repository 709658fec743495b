package org.tertulia.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;

/** Lets tests outside this feature do by hand what an instance does again and again. */
@Component
public final class MailInATest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DigestMaking making;
    private final MailSending sending;
    private final MailRounds rounds;
    private final MailHealthIndicator health;
    private final DigestRepository digests;

    MailInATest(
            DigestMaking making,
            MailSending sending,
            MailRounds rounds,
            MailHealthIndicator health,
            DigestRepository digests) {
        this.making = making;
        this.sending = sending;
        this.rounds = rounds;
        this.health = health;
        this.digests = digests;
    }

    /** Makes the digests that are due. */
    public void make() {
        making.makeBatch().block(LIMIT);
    }

    /** Sends the mails whose turn it is. */
    public void send() {
        sending.sendBatch().block(LIMIT);
    }

    /** Both, until nothing is left. */
    public void round() {
        rounds.round().block(LIMIT);
    }

    /** As {@link #round}, by several instances at the same time. */
    public void rounds(int instances) {
        Flux.range(0, instances).flatMap(_ -> rounds.round(), instances).then().block(LIMIT);
    }

    /** Deletes what is over. */
    public void upkeep() {
        rounds.upkeep().block(LIMIT);
    }

    /** {@code UP}, {@code DOWN} or {@code UNKNOWN}. */
    public String health() {
        return String.valueOf(health.health().map(it -> it.getStatus().getCode()).block(LIMIT));
    }

    /** Lets the person's digest be due now. */
    public void due(UUID person, Instant at) {
        digests.setNext(new UserId(person), at).block(LIMIT);
    }
}

package org.tertulia.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class EventRetryingTest {

    private static final int ATTEMPTS = 3;

    private final ConsumerRecord<String, byte[]> event =
            new ConsumerRecord<>("topic", 0, 7, "key", new byte[0]);
    private final List<Exception> givenUp = new ArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(EventRetrying.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listenToTheLog() {
        logged.start();
        logger.addAppender(logged);
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
    }

    @AfterEach
    void leaveTheLog() {
        logger.detachAppender(logged);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    /**
     * What the tries meet, one letter each: a and A that something is away, p and P that it cannot be handled. Capitals
     * are of another class; a and p are of the same one.
     */
    @ParameterizedTest
    @CsvSource({
        "ppp, true",
        "pp, false",
        "pPp, true",
        "aaaaaaaaaaaa, false",
        "aAaAaAaA, false",
        "appp, true",
        "aaaappp, true",
        "app, false",
        "paaaaaaaa, false",
        "ppaaaaaaaa, false",
        "ppapp, false",
        "ppappp, true",
        "papapapapa, false",
    })
    void anEventShouldBeGivenUpWhenItCannotBeHandledThreeTimesOnEnd(String met, boolean over) {
        var next = tries(ATTEMPTS, met);

        assertThat(givenUp).hasSize(over ? 1 : 0);
        assertThat(next).isEqualTo(over ? event.offset() + 1 : event.offset());
    }

    @ParameterizedTest
    @CsvSource({"p, true", "aaaa, false", "aap, true"})
    void oneTryShouldNotBeTheLastWhenSomethingIsAway(String met, boolean over) {
        tries(1, met);

        assertThat(givenUp).hasSize(over ? 1 : 0);
    }

    @Test
    void theReasonShouldBeToldWithAnEventThatIsGivenUp() {
        tries(ATTEMPTS, "ppp");

        assertThat(givenUp.getFirst()).hasStackTraceContaining("cannot digest it");
        assertThat(givenUp.getFirst().getCause()).hasMessageContaining("cannot digest it");
    }

    @Test
    void theCauseShouldBeLoggedWhenAnEventFailsFirstAndWhenTheKindOfFaultChanges() {
        tries(ATTEMPTS, "aaaaaapp");

        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("group fails on topic-0@7", "group fails on topic-0@7");
        assertThat(logged.list)
                .extracting(line -> line.getThrowableProxy().getCause().getMessage())
                .satisfiesExactly(
                        away -> assertThat(away).contains(NeedsAway.MESSAGE),
                        poison -> assertThat(poison).contains("cannot digest it"));
    }

    private long tries(int attempts, String met) {
        var redelivery = new Redelivery(attempts, (_, error) -> givenUp.add(error));
        var next = event.offset();
        for (var kind : met.toCharArray()) {
            assertThat(next).as("tried once more").isEqualTo(event.offset());
            next = redelivery.after(List.of(event), FailedEvent.of(event, fault(kind)));
        }
        return next;
    }

    private static RuntimeException fault(char kind) {
        return switch (kind) {
            case 'a' -> new IllegalStateException(NeedsAway.MESSAGE, new TimeoutException());
            case 'A' -> new NeedsAway();
            case 'p' -> new IllegalStateException("cannot digest it");
            case 'P' -> new IllegalArgumentException("cannot digest it");
            default -> throw new IllegalArgumentException("No such kind");
        };
    }

    private static final class NeedsAway extends RuntimeException {

        static final String MESSAGE = "the database is away";

        NeedsAway() {
            super(MESSAGE, new TimeoutException());
        }
    }
}

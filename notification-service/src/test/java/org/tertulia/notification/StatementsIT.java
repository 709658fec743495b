package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.test.ServiceTest;

/**
 * The service reads every message of every chat, and every marker: how many statements those cost of which nobody is told. Nothing else is asked
 * of the database meanwhile.
 */
@ServiceTest(
        properties = {
            "tertulia.outbox.poll-interval=1h",
            "tertulia.notification.alerts.start-after=1h",
            "tertulia.notification.push.poll-interval=1h",
            "tertulia.notification.email.queue.poll=1h"
        })
class StatementsIT extends NotificationApi {

    private static final Logger log = LoggerFactory.getLogger(StatementsIT.class);
    private static final AtomicLong statements = new AtomicLong();
    private static final String HANDLED =
            "select coalesce(max(handled_seq), 0) from chats where chat_id = $1";
    private static final String MARKED =
            "select coalesce(max(read_seq), 0) from markers where chat_id = $1";
    private static final int MEMBERS = 100;
    private static final int MESSAGES = 500;

    @Autowired ConnectionFactory connections;

    @TestConfiguration
    static class Counted {

        @Bean
        DatabaseClient countedClient(ConnectionFactory connections) {
            return DatabaseClient.builder()
                    .connectionFactory(connections)
                    .executeFunction(
                            statement -> {
                                statements.incrementAndGet();
                                return statement.execute();
                            })
                    .build();
        }
    }

    @Test
    void messagesOfWhichNobodyIsToldShouldShareStatements() {
        var ana = UUID.randomUUID();
        var others = Stream.generate(UUID::randomUUID).limit(MEMBERS - 1L).toArray(UUID[]::new);
        var chat = TestChat.group(ana, others);
        chat.say(ana, "Empezamos");
        awaitUncounted(chat);

        var before = statements.get();
        var began = System.nanoTime();
        for (var n = 0; n < MESSAGES; n++) {
            chat.say(others[n % others.length], "Esto no le interesa a nadie en particular, " + n);
        }
        awaitUncounted(chat);
        assertThat(each("A message of which nobody is told", before, began)).isLessThan(1);
    }

    @Test
    void aMarkerThatPassesNothingShouldCostOneStatement() {
        var ana = UUID.randomUUID();
        var chat = TestChat.between(ana, UUID.randomUUID());
        awaitUncounted(chat);
        var before = statements.get();
        var began = System.nanoTime();
        for (var n = 1; n <= MESSAGES; n++) {
            chat.mark(ana, n);
        }
        await().atMost(LIMIT).until(() -> uncounted(MARKED, chat) == MESSAGES);
        assertThat(each("A marker that passes nothing", before, began)).isEqualTo(1);
    }

    /** Statements per message; how long one took is only told. */
    private static double each(String what, long before, long began) {
        var micros = Duration.ofNanos(System.nanoTime() - began).toNanos() / 1_000 / MESSAGES;
        var each = (statements.get() - before) / (double) MESSAGES;
        log.info("{}: {} statements, {} µs with its way", what, each, micros);
        return each;
    }

    private void awaitUncounted(TestChat chat) {
        await().atMost(LIMIT).until(() -> uncounted(HANDLED, chat) >= chat.lastSeq());
    }

    private long uncounted(String query, TestChat chat) {
        return Objects.requireNonNull(
                DatabaseClient.create(connections)
                        .sql(query)
                        .bind(0, chat.id())
                        .mapValue(Long.class)
                        .one()
                        .block(LIMIT));
    }
}

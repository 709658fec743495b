package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.expectEntries;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.StubService;

/** The database's connections break in the middle of everything. */
@ServiceTest
class DatabaseAwayIT {

    static final StubService chatService = StubService.named("chat-service");

    @DynamicPropertySource
    static void whereChatServiceIs(DynamicPropertyRegistry properties) {
        chatService.register(properties);
    }

    @Autowired WebTestClient client;
    @Autowired DatabaseClient database;
    @LocalServerPort int port;
    private ServiceSteps steps;

    @BeforeEach
    void begin() {
        steps = new ServiceSteps(client);
    }

    @Test
    void everyMessageShouldBeStoredOnceAlthoughConnectionsBreak() throws InterruptedException {
        var ana = TestPerson.somebody();
        var bruno = TestPerson.somebody();
        var chat = TestChat.group(ana.id(), bruno.id());
        steps.awaitMember(ana, chat);
        var ids = IntStream.range(0, 400).mapToObj(i -> UUID.randomUUID()).toList();
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            var breaking = Thread.ofVirtual().start(this::breakConnectionsForAWhile);
            for (var id : ids) {
                a.send(TestPerson.send(chat.id(), id, id.toString()));
                Thread.sleep(2);
            }
            breaking.join();
            var acks = a.await(ids.size(), f -> f.path("op").asString().equals("message.ack"));
            assertThat(
                            acks.stream()
                                    .map(
                                            f ->
                                                    UUID.fromString(
                                                            f.path("clientMessageId").asString())))
                    .containsExactlyInAnyOrderElementsOf(ids);
            expectEntries(b, chat.id(), 2, 401);
            expectEntries(a, chat.id(), 2, 401);
        }
        assertThat(column("SELECT seq FROM log WHERE chat_id = $1 ORDER BY seq", chat.id()))
                .isEqualTo(LongStream.rangeClosed(1, 401).boxed().toList());
        assertThat(
                        new ArrayList<>(
                                column(
                                        "SELECT count(DISTINCT client_message_id) FROM messages WHERE chat_id = $1",
                                        chat.id())))
                .containsExactly(400L);
    }

    private void breakConnectionsForAWhile() {
        for (int i = 0; i < 15; i++) {
            database.sql(
                            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                    .then()
                    .onErrorComplete()
                    .block(Duration.ofSeconds(10));
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<Long> column(String sql, UUID chat) {
        return database.sql(sql)
                .bind(0, chat)
                .mapValue(Long.class)
                .all()
                .collectList()
                .retry(3)
                .block(Duration.ofSeconds(10));
    }
}

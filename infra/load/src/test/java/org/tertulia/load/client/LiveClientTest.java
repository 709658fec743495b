package org.tertulia.load.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.load.client.Frames.CHAT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.message.LogEntry;

class LiveClientTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private FakeSuite suite;
    private LiveClient client;

    @BeforeEach
    void connect() {
        suite = new FakeSuite();
        client = LiveClient.start(Person.register(suite.api(), "ana"));
    }

    @AfterEach
    void end() {
        client.close();
        suite.close();
    }

    @Test
    void entriesInOrderShouldBeTakenWithoutComplaint() throws InterruptedException {
        var connection = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        for (var seq = 5L; seq <= 7; seq++) {
            connection.send(Frames.entry(seq));
        }
        client.state().awaitPosition(CHAT, 7, LIMIT);

        assertThat(seqs()).containsExactly(5L, 6L, 7L);
        assertThat(client.state().violations()).isEmpty();
    }

    @Test
    void aGapShouldBeReportedAndTheMissingAskedFor() throws InterruptedException {
        var connection = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        connection.send(Frames.entry(5));
        connection.send(Frames.entry(7));
        var resume = connection.awaitFrame("resume");

        assertThat(resume.path("chats").path(CHAT.toString()).asLong()).isEqualTo(5);
        assertThat(client.state().violations())
                .singleElement()
                .asString()
                .contains("entry 7 came when 6 was next");
    }

    @Test
    void aChatThatIsWantedWholeShouldBeAskedForFromItsFirstEntry() throws InterruptedException {
        suite.awaitConnection();
        client.close();
        var whole = LiveOptions.at(suite.api().realtime()).fromTheBeginning();
        client = LiveClient.start(Person.register(suite.api(), "ana"), whole);
        var resume =
                suite.awaitConnection().hello(Map.of(CHAT, 4L)).awaitFrame("resume").path("chats");

        assertThat(resume.path(CHAT.toString()).asLong(-1)).isZero();
    }

    @Test
    void aRepeatShouldBeReported() throws InterruptedException {
        var connection = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        connection.send(Frames.entry(5));
        connection.send(Frames.entry(5));
        client.state().await("a violation", LIMIT, it -> !it.violations().isEmpty());

        assertThat(client.state().violations())
                .singleElement()
                .asString()
                .contains("entry 5 came when 6 was next");
    }

    @Test
    void anotherEntryOfAKnownSeqShouldBeReported() throws InterruptedException {
        suite.awaitConnection().hello(Map.of(CHAT, 4L)).send(Frames.entry(5));
        client.state().awaitPosition(CHAT, 5, LIMIT);
        client.breakConnection();
        var second = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        second.send(Frames.entry(Frames.posted(5, "something else")));
        client.state().await("a violation", LIMIT, it -> !it.violations().isEmpty());

        assertThat(client.state().violations())
                .singleElement()
                .asString()
                .contains("two different entries 5");
    }

    @Test
    void aBreakShouldBeFollowedByAResumeWhereItWas() throws InterruptedException {
        var first = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        first.send(Frames.entry(5));
        client.state().awaitPosition(CHAT, 5, LIMIT);
        first.drop();
        var second = suite.awaitConnection().hello(Map.of(CHAT, 8L));
        var resume = second.awaitFrame("resume");
        second.send(Frames.entry(9));
        for (var seq = 6L; seq <= 9; seq++) {
            second.send(Frames.entry(seq));
        }
        second.send(Frames.resumed(9));
        second.send(Frames.entry(10));
        client.state().awaitPosition(CHAT, 10, LIMIT);

        assertThat(resume.path("chats").path(CHAT.toString()).asLong()).isEqualTo(5);
        assertThat(seqs()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(client.state().violations()).isEmpty();
        assertThat(client.state().closes()).containsExactly(CloseCode.ABNORMAL);
    }

    @Test
    void aResumeThatSkipsEntriesShouldBeReported() throws InterruptedException {
        var connection = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        client.state().await("hello", LIMIT, it -> it.connections() == 1);
        client.follow(CHAT, 0);
        connection.awaitFrame("resume");
        connection.send(Frames.entry(1));
        connection.send(Frames.resumed(4));
        client.state().await("a violation", LIMIT, it -> !it.violations().isEmpty());

        assertThat(client.state().violations())
                .singleElement()
                .asString()
                .contains("resumed to 4 with only 1 told");
    }

    @Test
    void aSnapshotShouldBeCompletedOutOfTheLog() throws InterruptedException {
        var items =
                LongStream.rangeClosed(5, 9)
                        .mapToObj(seq -> Frames.logEntry(Frames.posted(seq, "message " + seq)))
                        .toList();
        suite.setLog("{\"items\":[%s],\"lastSeq\":9}".formatted(String.join(",", items)));
        var first = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        client.state().await("hello", LIMIT, it -> it.connections() == 1);
        first.drop();
        var second = suite.awaitConnection().hello(Map.of(CHAT, 9L));
        second.awaitFrame("resume");
        second.send(Frames.snapshot(9));
        second.send(Frames.resumed(9));
        second.send(Frames.entry(10));
        client.state().awaitPosition(CHAT, 10, LIMIT);

        assertThat(seqs()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(client.state().violations()).isEmpty();
        assertThat(client.state().snapshots()).isEqualTo(1);
    }

    @Test
    void aChatThatIsLeftWhileItsSnapshotIsCompletedShouldMissNothing() throws InterruptedException {
        var first = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        client.state().await("hello", LIMIT, it -> it.connections() == 1);
        first.drop();
        var second = suite.awaitConnection().hello(Map.of(CHAT, 9L));
        second.awaitFrame("resume");
        suite.refuseLogsWith(404);
        second.send(Frames.snapshot(9));
        second.send(Frames.resumed(9));
        second.send("{\"op\":\"chat.removed\",\"chatId\":\"%s\"}".formatted(CHAT));
        client.state().await("the chat to go", LIMIT, it -> it.position(CHAT) < 0);

        assertThat(client.state().violations()).isEmpty();
    }

    @Test
    void anUnacknowledgedMessageShouldBeSentAgainWithItsIdOnTheNextConnection() throws Exception {
        var first = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        var id = UUID.randomUUID();
        var acked = client.send(CHAT, id, "hola");
        first.awaitFrame("message.send");
        first.drop();
        var second = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        var repeat = second.awaitFrame("message.send");
        second.send(Frames.ack(id, 5));

        assertThat(repeat.path("clientMessageId").asString()).isEqualTo(id.toString());
        assertThat(repeat.path("text").asString()).isEqualTo("hola");
        assertThat(acked.get(5, TimeUnit.SECONDS).seq()).isEqualTo(5);
        assertThat(client.framesSent()).isEqualTo(2);
    }

    @Test
    void aMessageRefusedForNowShouldBeSentAgain() throws Exception {
        var connection = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        var id = UUID.randomUUID();
        var acked = client.send(CHAT, id, "hola");
        connection.awaitFrame("message.send");
        connection.send(Frames.refused(id, "service-unavailable", 503));
        connection.awaitFrame("message.send");
        connection.send(Frames.ack(id, 5));

        assertThat(acked.get(5, TimeUnit.SECONDS).seq()).isEqualTo(5);
    }

    @Test
    void aMessageRefusedForGoodShouldFail() throws InterruptedException {
        var connection = suite.awaitConnection().hello(Map.of(CHAT, 4L));
        var id = UUID.randomUUID();
        var acked = client.send(CHAT, id, "hola");
        connection.awaitFrame("message.send");
        connection.send(Frames.refused(id, "client-message-id-reused", 409));

        assertThatThrownBy(() -> acked.get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(SendRefused.class);
    }

    @Test
    void aRevokedSessionShouldBeTheEnd() throws InterruptedException {
        suite.awaitConnection().hello(Map.of()).close(CloseCode.REVOKED);
        client.state().await("the end", LIMIT, LiveState::isStopped);

        assertThat(client.state().closes()).containsExactly(CloseCode.REVOKED);
    }

    @Test
    void anExpiredTokenShouldBeRenewedBeforeTheNextConnection() throws InterruptedException {
        var first = suite.awaitConnection();
        first.close(CloseCode.TOKEN);
        var second = suite.awaitConnection();

        assertThat(first.token()).isEqualTo("Bearer token-0");
        assertThat(second.token()).isEqualTo("Bearer token-1");
    }

    @Test
    void aRefusedUpgradeShouldBeToldWithItsStatus() {
        suite.refuseUpgradesWith(403);

        assertThatThrownBy(
                        () ->
                                Socket.open(
                                        suite.api().realtime(),
                                        Handshake.withHeader("t"),
                                        new IgnoringListener()))
                .isInstanceOfSatisfying(
                        UpgradeRefused.class, it -> assertThat(it.status()).isEqualTo(403));
    }

    private List<Long> seqs() {
        return client.state().replica(CHAT).orElseThrow().entries().stream()
                .map(LogEntry::seq)
                .toList();
    }
}

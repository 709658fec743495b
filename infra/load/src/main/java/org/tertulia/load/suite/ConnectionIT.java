package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.CloseCode;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.LiveClient;
import org.tertulia.load.client.LiveState;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame;
import org.tertulia.load.client.UpgradeRefused;

/**
 * What a WebSocket through the gateway promises: the hello with its snapshot, presence, tokens renewed
 * in place, a session that ends at once when it is revoked, and who may connect from where.
 */
@Order(2)
class ConnectionIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration REVOKED_WITHIN = Duration.ofSeconds(1);

    private final Suite suite = Suite.running();
    private final List<LiveClient> clients = new ArrayList<>();

    @AfterEach
    void leave() {
        clients.forEach(LiveClient::close);
    }

    @Test
    void helloShouldTellWhoIAmAndWhereEachChatStands() {
        var ana = suite.person("ana");
        var beto = suite.person("beto");
        var chat = ana.chats().privateWith(beto);
        var message = ana.chats().post(chat.id(), "hola");

        var hello = live(beto).state().hello().orElseThrow();
        var summary =
                hello.chats().stream()
                        .filter(it -> it.chatId().equals(chat.id()))
                        .findFirst()
                        .orElseThrow();

        assertThat(hello.person().handle()).isEqualTo(beto.handle());
        assertThat(hello.person().userId()).isEqualTo(beto.id());
        assertThat(hello.sessionId()).isEqualTo(beto.sessionId());
        assertThat(hello.heartbeatMs()).isEqualTo(25_000);
        assertThat(hello.heartbeatTimeoutMs()).isEqualTo(60_000);
        assertThat(hello.tokenExpiresAt()).isAfter(Instant.now());
        assertThat(hello.resumeMaxEntries()).isEqualTo(1000);
        assertThat(summary.lastSeq()).isEqualTo(message.seq());
        assertThat(summary.unread()).isEqualTo(1);
        assertThat(summary.lastMessage()).isEqualTo(message);
        assertThat(summary.memberIds()).containsExactlyInAnyOrder(ana.id(), beto.id());
    }

    @Test
    void presenceShouldFollowConnectionsOfPeopleWhoShareAChat() {
        var ana = suite.person("ana");
        var beto = suite.person("beto");
        var carmen = suite.person("carmen");
        ana.chats().privateWith(beto);
        var anaLive = live(ana);
        var betoLive = live(beto);
        var carmenLive = live(carmen);

        anaLive.state().await("Beto online", LIMIT, it -> isOnline(it, beto));
        betoLive.state().await("Ana online", LIMIT, it -> isOnline(it, ana));
        betoLive.close();
        anaLive.state().await("Beto offline", LIMIT, it -> !isOnline(it, beto));

        assertThat(isOnline(carmenLive.state(), ana)).as("strangers").isFalse();
        assertThat(live(beto).state().hello().orElseThrow().presence())
                .contains(new ServerFrame.Online(ana.id(), "online"));
    }

    @Test
    void aTokenShouldBeRenewedInPlace() {
        var ana = live(suite.person("ana"));
        ana.renewToken();
        ana.state().await("renewal", LIMIT, it -> it.renewals() == 1);

        assertThat(ana.state().connections()).isEqualTo(1);
        assertThat(ana.state().closes()).isEmpty();
    }

    @Test
    void aRevokedSessionShouldBeClosedWithinASecondAndNoOther() {
        var phone = suite.person("ana");
        var laptop = phone.onAnotherDevice("laptop");
        var phoneLive = live(phone);
        var laptopLive = live(laptop);

        phone.delete("/api/v1/auth/sessions/" + laptop.sessionId()).success();
        laptopLive.state().await("end of the laptop", REVOKED_WITHIN, LiveState::isStopped);

        assertThat(laptopLive.state().closes()).containsExactly(CloseCode.REVOKED);
        assertThat(phoneLive.state().closes()).isEmpty();
    }

    @Test
    void loggingOutShouldCloseTheSocketWithinASecond() {
        var ana = live(suite.person("ana"));

        ana.person().post("/api/v1/auth/logout", null).success();
        ana.state().await("the end", REVOKED_WITHIN, LiveState::isStopped);

        assertThat(ana.state().closes()).containsExactly(CloseCode.REVOKED);
    }

    @Test
    void aBrowserShouldConnectWithItsTokenAsSubprotocol() {
        var ana = suite.person("ana");
        var page = suite.gateway().base().toString();

        try (var wire = Wire.open(realtime(), Handshake.asBrowser(ana.accessToken(), page))) {
            wire.await(ServerFrame.Hello.class);
            wire.send(new ClientFrame.Ping());
            wire.await(ServerFrame.Pong.class);

            assertThat(wire.protocol()).isEqualTo("tertulia.v1");
        }
    }

    @Test
    void aPageOfAnotherSiteShouldBeRefusedBeforeTheUpgrade() {
        var ana = suite.person("ana");
        var handshake = Handshake.asBrowser(ana.accessToken(), "https://somebody.else.example");

        assertRefused(realtime(), handshake, 403);
    }

    @Test
    void aTokenInTheAddressShouldNotCount() {
        var token = suite.person("ana").accessToken();
        var address = URI.create(realtime() + "?access_token=" + token + "&token=" + token);

        assertRefused(address, Handshake.withHeader(null), 401);
    }

    @Test
    void aFrameThatIsNotJsonShouldEndTheConnectionAsAProtocolError() {
        var ana = suite.person("ana");
        try (var wire = Wire.open(realtime(), Handshake.withHeader(ana.accessToken()))) {
            wire.await(ServerFrame.Hello.class);
            wire.send("¿esto qué es?");

            assertThat(wire.awaitClose()).isEqualTo(CloseCode.PROTOCOL_ERROR);
        }
    }

    private static void assertRefused(URI address, Handshake handshake, int status) {
        assertThatThrownBy(() -> Wire.open(address, handshake))
                .isInstanceOfSatisfying(
                        UpgradeRefused.class, it -> assertThat(it.status()).isEqualTo(status));
    }

    private URI realtime() {
        return suite.gateway().realtime();
    }

    private static boolean isOnline(LiveState state, Person person) {
        return state.presence(person.id()).equals("online");
    }

    private LiveClient live(Person person) {
        var client = LiveClient.start(person).awaitHello(LIMIT);
        clients.add(client);
        return client;
    }
}

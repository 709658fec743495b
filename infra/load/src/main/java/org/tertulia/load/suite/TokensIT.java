package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame;
import org.tertulia.load.client.UpgradeRefused;

/**
 * A token that is wrong in any one thing is refused, by the gateway and by every service asked
 * directly, for reading, for writing and for the WebSocket. Each is compared with a good token made in
 * the same way, so that nothing else can be the reason.
 */
@Order(4)
class TokensIT {
    private static final String GATEWAY = "gateway";
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    /** Calls that need a token, by the service that answers them. */
    private static final Map<String, List<Call>> CALLS =
            Map.of(
                    "auth-service",
                    List.of(
                            new Call("GET", "/api/v1/auth/account"),
                            new Call("GET", "/api/v1/auth/sessions"),
                            new Call("PUT", "/api/v1/auth/password"),
                            new Call("POST", "/api/v1/auth/logout")),
                    "user-service",
                    List.of(
                            new Call("GET", "/api/v1/users/me"),
                            new Call("GET", "/api/v1/users?query=ana"),
                            new Call("GET", "/api/v1/users/me/preferences"),
                            new Call("PUT", "/api/v1/users/me")),
                    "chat-service",
                    List.of(
                            new Call("GET", "/api/v1/chats"),
                            new Call("GET", "/api/v1/chats/public"),
                            new Call("POST", "/api/v1/chats/group"),
                            new Call("DELETE", "/api/v1/chats/" + NOBODY)),
                    "message-service",
                    List.of(
                            new Call("GET", "/api/v1/conversations"),
                            new Call("GET", "/api/v1/chats/" + NOBODY + "/messages"),
                            new Call("GET", "/api/v1/chats/" + NOBODY + "/log"),
                            new Call("POST", "/api/v1/chats/" + NOBODY + "/messages"),
                            new Call("PUT", "/api/v1/chats/" + NOBODY + "/read-marker")),
                    "scheduler-service",
                    List.of(
                            new Call("GET", "/api/v1/reminders"),
                            new Call("POST", "/api/v1/reminders"),
                            new Call("DELETE", "/api/v1/reminders/" + NOBODY),
                            new Call("GET", "/api/v1/scheduled-messages"),
                            new Call("POST", "/api/v1/scheduled-messages/" + NOBODY + "/send")),
                    "notification-service",
                    List.of(
                            new Call("GET", "/api/v1/notifications"),
                            new Call("GET", "/api/v1/notifications/unread"),
                            new Call("POST", "/api/v1/notifications/read"),
                            new Call("PUT", "/api/v1/notifications/chats/" + NOBODY)));

    private static TokenForge forge;

    /** One for all tests, none of which changes anything of hers. */
    private static Person ana;

    private final Suite suite = Suite.running();

    private record Call(String method, String path) {
        Answer on(Api api, @Nullable String token) {
            return api.call(
                    method, path, token, method.equals("GET") ? null : Map.<String, Object>of());
        }

        boolean isRead() {
            return method.equals("GET") && !path.contains(NOBODY);
        }
    }

    @BeforeAll
    static void signIn() {
        var suite = Suite.running();
        forge = new TokenForge(SigningKey.of(suite.home()));
        ana = suite.person("ana");
    }

    static Stream<Arguments> kindsAndParts() {
        return Arrays.stream(TokenForge.Kind.values())
                .flatMap(kind -> parts().map(part -> Arguments.of(kind, part)));
    }

    static Stream<String> parts() {
        return Stream.concat(Stream.of(GATEWAY), CALLS.keySet().stream().sorted());
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("kindsAndParts")
    void aBadTokenShouldBeRefused(TokenForge.Kind kind, String part)
            throws GeneralSecurityException {
        var token = forge.bad(kind, ana.accessToken());

        assertThat(calls(part))
                .allSatisfy(
                        call -> {
                            var answer = call.on(suite.part(part), token);
                            assertThat(answer.status()).as(call.toString()).isEqualTo(401);
                            assertThat(answer.problem()).contains("unauthenticated");
                            assertThat(answer.headers().firstValue("www-authenticate"))
                                    .hasValueSatisfying(it -> assertThat(it).startsWith("Bearer"));
                        });
    }

    @ParameterizedTest(name = "at {0}")
    @MethodSource("parts")
    void aGoodTokenMadeInTheSameWayShouldBeTaken(String part) throws GeneralSecurityException {
        var token = forge.copy(ana.accessToken());

        assertThat(calls(part).stream().filter(Call::isRead))
                .isNotEmpty()
                .allSatisfy(
                        call ->
                                assertThat(call.on(suite.part(part), token).status())
                                        .as(call.toString())
                                        .isEqualTo(200));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("kindsAndDoors")
    void aSocketWithABadTokenShouldBeRefused(TokenForge.Kind kind, String door)
            throws GeneralSecurityException {
        var token = forge.bad(kind, ana.accessToken());
        var address = suite.part(door).realtime();

        for (var asSubprotocol : List.of(true, false)) {
            assertThatThrownBy(() -> Wire.open(address, new Handshake(token, asSubprotocol, null)))
                    .isInstanceOfSatisfying(
                            UpgradeRefused.class, it -> assertThat(it.status()).isEqualTo(401));
        }
    }

    static Stream<Arguments> kindsAndDoors() {
        return Arrays.stream(TokenForge.Kind.values())
                .flatMap(
                        kind ->
                                Stream.of(GATEWAY, "message-service")
                                        .map(door -> Arguments.of(kind, door)));
    }

    @ParameterizedTest(name = "at {0}")
    @MethodSource("doors")
    void aSocketWithAGoodTokenMadeInTheSameWayShouldBeOpened(String door)
            throws GeneralSecurityException {
        var token = forge.copy(ana.accessToken());
        for (var asSubprotocol : List.of(true, false)) {
            var handshake = new Handshake(token, asSubprotocol, null);
            try (var wire = Wire.open(suite.part(door).realtime(), handshake)) {
                assertThat(wire.await(ServerFrame.Hello.class).person().userId())
                        .isEqualTo(ana.id());
            }
        }
    }

    static Stream<String> doors() {
        return Stream.of(GATEWAY, "message-service");
    }

    @Test
    void aSocketShouldNotBeKeptOpenWithABadToken() throws GeneralSecurityException {
        for (var kind : List.of(TokenForge.Kind.EXPIRED, TokenForge.Kind.OF_ANOTHER_KEY)) {
            var token = String.valueOf(forge.bad(kind, ana.accessToken()));
            try (var wire = Wire.open(suite.gateway(), ana)) {
                wire.send(new ClientFrame.RefreshAuth(token));

                assertThat(wire.await(ServerFrame.Refused.class).problem().status())
                        .as(kind.toString())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aTokenOfSomebodyElseShouldNotTakeOverASocket() {
        var beto = suite.person("beto");
        try (var wire = Wire.open(suite.gateway(), ana)) {
            wire.send(new ClientFrame.RefreshAuth(beto.accessToken()));

            assertThat(wire.await(ServerFrame.Refused.class).problem().status()).isIn(401, 403);
        }
    }

    @Test
    void theKeysShouldBePublishedWithoutTheirSecrets() {
        var keys = suite.gateway().get("/.well-known/jwks.json", null).json().path("keys");

        assertThat(keys.findValuesAsString("kid")).contains(SigningKey.of(suite.home()).kid());
        assertThat(keys.findValues("d")).isEmpty();
    }

    private static List<Call> calls(String part) {
        return part.equals(GATEWAY)
                ? CALLS.values().stream().flatMap(List::stream).toList()
                : CALLS.getOrDefault(part, List.of());
    }
}

package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.ChatView;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.TokenView;

/**
 * The older layout of the paths, {@code /v1/api}, misspelt {@code gruop} included, does what the
 * present one does.
 */
@Order(3)
class OlderLayoutIT {
    private static final String CHATS = "/v1/api/chats";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Suite suite = Suite.running();
    private final Api gateway = suite.gateway();
    private Person ana;
    private Person beto;

    @BeforeEach
    void register() {
        ana = suite.person("ana");
        beto = suite.person("beto");
    }

    @Test
    void somebodyShouldRegisterAndLogIn() {
        var handle = "old-" + UUID.randomUUID().toString().substring(0, 8);
        var registration =
                Map.of(
                        "handle",
                        handle,
                        "displayName",
                        "Señora Antigua",
                        "email",
                        handle + "@example.org",
                        "password",
                        "tertulia de siempre");
        var login = Map.of("login", handle, "password", "tertulia de siempre");

        var registered = gateway.post("/v1/api/auth/register", null, registration);
        var loggedIn = gateway.post("/v1/api/auth/login", null, login);

        assertThat(registered.status()).isEqualTo(201);
        assertThat(loggedIn.status()).isEqualTo(200);
        assertThat(loggedIn.as(TokenView.class).user())
                .isEqualTo(registered.as(TokenView.class).user());
    }

    @Test
    void privateChatsShouldBeMadeListedReadAndDeleted() {
        var made = post(CHATS + "/private", Map.of("userId", beto.id()));
        var chat = made.as(ChatView.class);
        var path = CHATS + "/private/" + chat.id();

        assertThat(made.status()).isEqualTo(201);
        assertThat(chat.kind()).isEqualTo(ChatKind.PRIVATE);
        assertThat(ids(get(CHATS + "/private"))).containsExactly(chat.id().toString());
        assertThat(ids(get(CHATS))).contains(chat.id().toString());
        assertThat(get(path).as(ChatView.class).id()).isEqualTo(chat.id());
        assertThat(put(path, Map.of("title", "No")).status()).isIn(403, 409);
        assertThat(gateway.delete(path, token()).status()).isEqualTo(204);
        assertThat(get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "gruop"})
    void groupChatsShouldBeMadeListedReadRenamedAndDeleted(String group) {
        var request = Map.of("title", "Cine", "memberIds", List.of(beto.id()));
        var made = post(CHATS + "/" + group, request);
        var chat = made.as(ChatView.class);
        var path = CHATS + "/" + group + "/" + chat.id();

        assertThat(made.status()).isEqualTo(201);
        assertThat(chat.kind()).isEqualTo(ChatKind.GROUP);
        assertThat(ids(get(CHATS + "/" + group))).containsExactly(chat.id().toString());
        assertThat(get(path).as(ChatView.class).title()).isEqualTo("Cine");
        assertThat(put(path, Map.of("title", "Teatro")).status()).isEqualTo(200);
        assertThat(get(path).as(ChatView.class).title()).isEqualTo("Teatro");
        assertThat(gateway.delete(path, token()).status()).isEqualTo(204);
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void publicChatsShouldBeMadeFoundReadRenamedAndDeleted() {
        var title = "Plaza " + UUID.randomUUID();
        var made = post(CHATS + "/public", Map.of("title", title));
        var chat = made.as(ChatView.class);
        var path = CHATS + "/public/" + chat.id();
        var found = gateway.get(CHATS + "/public", beto.accessToken());

        assertThat(made.status()).isEqualTo(201);
        assertThat(ids(found)).contains(chat.id().toString());
        assertThat(get(path).as(ChatView.class).kind()).isEqualTo(ChatKind.PUBLIC);
        assertThat(put(path, Map.of("title", title + " Mayor")).status()).isEqualTo(200);
        assertThat(gateway.delete(path, token()).status()).isEqualTo(204);
        assertThat(get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "gruop"})
    void messagesShouldBePostedAndReadBelowAChatOfAKind(String group) {
        var request = Map.of("title", "Cine", "memberIds", List.of(beto.id()));
        var chat = post(CHATS + "/" + group, request).as(ChatView.class);
        var messages = CHATS + "/" + group + "/" + chat.id() + "/messages";
        var message = Map.of("clientMessageId", UUID.randomUUID(), "text", "hola");

        assertThat(post(messages, message).status()).isEqualTo(201);
        await().atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(get(messages).json().findValuesAsString("text"))
                                        .containsExactly("hola"));
    }

    @Test
    void theOlderLayoutShouldNeedATokenToo() {
        assertThat(gateway.get(CHATS, null).status()).isEqualTo(401);
        assertThat(gateway.get(CHATS + "/gruop", null).status()).isEqualTo(401);
    }

    private Answer get(String path) {
        return gateway.get(path, token());
    }

    private Answer post(String path, Object body) {
        return gateway.post(path, token(), body);
    }

    private Answer put(String path, Object body) {
        return gateway.put(path, token(), body);
    }

    private String token() {
        return ana.accessToken();
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }
}

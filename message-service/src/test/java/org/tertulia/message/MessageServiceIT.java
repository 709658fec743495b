package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.contracts.Topics;
import org.tertulia.test.OpenApiContract;
import org.tertulia.test.OutboxContract;
import org.tertulia.test.ProblemContract;
import org.tertulia.test.SecurityContract;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.StubService;
import org.tertulia.test.TestEvents;
import reactor.core.publisher.Mono;

@ServiceTest
class MessageServiceIT
        implements SecurityContract, ProblemContract, OpenApiContract, OutboxContract {

    private static final String PROBLEM = "urn:tertulia:problem:";
    static final StubService chatService = StubService.named("chat-service");

    @DynamicPropertySource
    static void whereChatServiceIs(DynamicPropertyRegistry properties) {
        chatService.register(properties);
    }

    @Autowired WebTestClient client;
    private ServiceSteps steps;
    private final TestPerson ana = TestPerson.somebody();
    private final TestPerson bruno = TestPerson.somebody();

    @BeforeEach
    void begin() {
        steps = new ServiceSteps(client);
        chatService.reset();
    }

    @Override
    public List<String> securedRequests() {
        var chat = "/api/v1/chats/" + UUID.randomUUID();
        return List.of(
                "POST " + chat + "/messages",
                "GET " + chat + "/messages",
                "GET " + chat + "/messages/1",
                "GET " + chat + "/log",
                "PUT " + chat + "/read-marker",
                "GET /api/v1/conversations",
                "GET /api/v1/realtime");
    }

    @Override
    public List<String> publicRequests() {
        return List.of("GET /livez", "GET /readyz", "GET /openapi.yaml", "GET /asyncapi.yaml");
    }

    @Override
    public List<String> securedSockets() {
        return List.of("/api/v1/realtime");
    }

    @Override
    public String pathOfAPost() {
        return "/api/v1/chats/" + UUID.randomUUID() + "/messages";
    }

    @Override
    public Set<String> servedOtherwise() {
        return Set.of("GET /api/v1/realtime", "GET /asyncapi.yaml");
    }

    @Override
    public String outboxTopic() {
        return "message.events.v1";
    }

    @Override
    public Mono<UUID> change() {
        return Mono.fromSupplier(() -> TestChat.group(ana.id()).id());
    }

    @Override
    public boolean changeJoinsATransaction() {
        return false;
    }

    @Test
    void aRepeatShouldBeAnsweredLikeTheFirstTime() {
        var chat = chatOf(ana, bruno);
        var id = UUID.randomUUID();
        var first = created(ana, chat, id, "hola");
        var again = created(ana, chat, id, "hola");

        assertThat(again).isEqualTo(first);
        ana.post(client, chat.id(), id, "adiós")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "client-message-id-reused");
    }

    @Test
    void theLocationShouldLeadToTheMessage() {
        var chat = chatOf(ana, bruno);
        var location =
                ana.post(client, chat.id(), UUID.randomUUID(), " hola ")
                        .expectStatus()
                        .isCreated()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getLocation();

        assertThat(steps.read(bruno, location.toString()).path("text").asString())
                .isEqualTo("hola");
        ana.get(client, "/api/v1/chats/{id}/messages/1", chat.id())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "message-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "\u202Eabc", "\u200B", "\uD800"})
    void aTextThatIsNotPlainShouldBeRefused(String text) {
        var chat = chatOf(ana);
        ana.post(client, chat.id(), UUID.randomUUID(), text).expectStatus().isBadRequest();
    }

    @Test
    void aTextThatIsTooLongShouldBeRefused() {
        var chat = chatOf(ana);
        ana.post(client, chat.id(), UUID.randomUUID(), "a".repeat(4000)).expectStatus().isCreated();
        ana.post(client, chat.id(), UUID.randomUUID(), "a".repeat(4001))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("text");
        ana.post(client, chat.id(), UUID.randomUUID(), "👨‍👩‍👧‍👦".repeat(700))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void historyShouldPageBothWays() {
        var chat = chatOf(ana, bruno);
        for (int i = 0; i < 7; i++) {
            steps.say(ana, chat, "m" + i);
        }
        var newest = steps.read(bruno, "/api/v1/chats/{id}/messages?limit=3", chat.id());
        assertThat(texts(newest)).containsExactly("m4", "m5", "m6");
        assertThat(newest.path("after").isNull()).isTrue();
        var older =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?limit=3&before={c}",
                        chat.id(),
                        newest.path("before").asString());
        assertThat(texts(older)).containsExactly("m1", "m2", "m3");
        var oldest =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?limit=3&before={c}",
                        chat.id(),
                        older.path("before").asString());
        assertThat(texts(oldest)).containsExactly("m0");
        assertThat(oldest.path("before").isNull()).isTrue();
        var newer =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?limit=3&after={c}",
                        chat.id(),
                        oldest.path("after").asString());
        assertThat(texts(newer)).containsExactly("m1", "m2", "m3");
        var last =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?limit=5&after={c}",
                        chat.id(),
                        newer.path("after").asString());
        assertThat(texts(last)).containsExactly("m4", "m5", "m6");
        assertThat(last.path("after").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before=x",
                "before=-1",
                "after=",
                "before=1&after=2",
                "limit=0",
                "limit=101"
            })
    void aPageThatIsNoneShouldBeRefused(String query) {
        var chat = chatOf(ana);
        ana.get(client, "/api/v1/chats/" + chat.id() + "/messages?" + query)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void theLogShouldHaveEverything() {
        var chat = chatOf(ana, bruno);
        steps.say(ana, chat, "hola");
        var log = steps.read(ana, "/api/v1/chats/{id}/log", chat.id());

        assertThat(log.path("lastSeq").asLong()).isEqualTo(2);
        assertThat(log.path("items").valueStream().map(e -> e.path("type").asString()))
                .containsExactly("chat.opened", "message.posted");
        assertThat(
                        steps.read(ana, "/api/v1/chats/{id}/log?after=1&limit=1", chat.id())
                                .path("items")
                                .size())
                .isEqualTo(1);
        ana.get(client, "/api/v1/chats/{id}/log?after=-1", chat.id()).expectStatus().isBadRequest();
    }

    @Test
    void unreadShouldCountWhatOthersSaid() {
        var chat = chatOf(ana, bruno);
        steps.say(ana, chat, "1");
        steps.say(bruno, chat, "2");
        steps.say(ana, chat, "3");
        assertThat(conversation(bruno, chat).path("unread").asInt()).isEqualTo(2);
        assertThat(conversation(ana, chat).path("unread").asInt()).isEqualTo(1);
        assertThat(conversation(ana, chat).path("lastMessage").path("text").asString())
                .isEqualTo("3");

        assertThat(mark(bruno, chat, 3).path("unread").asInt()).isEqualTo(1);
        assertThat(mark(bruno, chat, 2).path("readSeq").asLong()).isEqualTo(3);
        var all = mark(bruno, chat, 999);
        assertThat(all.path("readSeq").asLong()).isEqualTo(4);
        assertThat(all.path("unread").asInt()).isZero();
        assertThat(conversation(bruno, chat).path("unread").asInt()).isZero();
    }

    @Test
    void conversationsShouldPage() {
        var chats = List.of(chatOf(ana), chatOf(ana), chatOf(ana));
        var first = steps.read(ana, "/api/v1/conversations?limit=2");
        assertThat(first.path("items").size()).isEqualTo(2);
        var second =
                steps.read(
                        ana,
                        "/api/v1/conversations?limit=2&cursor={c}",
                        first.path("next").asString());
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(chats).hasSize(3);
    }

    @Test
    void whoIsNotAMemberShouldFindNoChat() {
        var chat = chatOf(ana);
        for (var response :
                List.of(
                        bruno.get(client, "/api/v1/chats/{id}/messages", chat.id()),
                        bruno.get(client, "/api/v1/chats/{id}/messages/1", chat.id()),
                        bruno.get(client, "/api/v1/chats/{id}/log", chat.id()),
                        bruno.post(client, chat.id(), UUID.randomUUID(), "x"),
                        bruno.post(client, UUID.randomUUID(), UUID.randomUUID(), "x"))) {
            response.expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo(PROBLEM + "chat-not-found");
        }
    }

    @Test
    void whoHasJustJoinedShouldBeLetInWhenTheReplicaHasCaughtUp() {
        var chat = TestChat.untold(ana.id());
        var created = chat.creation(ana.id());
        answer(chat, 1, "owner");
        CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS)
                .execute(() -> TestEvents.publish(Topics.CHAT_EVENTS, created));

        assertThat(steps.say(ana, chat, "at once").path("seq").asLong()).isEqualTo(2);
        assertThat(chatService.received().getFirst().authorization()).startsWith("Bearer ey");
    }

    @Test
    void whoseMembershipHasNotArrivedShouldComeBackLater() {
        var chat = TestChat.untold(ana.id());
        answer(chat, 1, "owner");
        var response = ana.post(client, chat.id(), UUID.randomUUID(), "too early");

        response.expectStatus().isEqualTo(503).expectHeader().exists("Retry-After");
    }

    @Test
    void aPublicChatThatOneHasNotJoinedShouldNotBeFound() {
        var chat = chatOf(ana);
        chatService.answer(
                "GET", "/api/v1/chats/" + chat.id(), 200, "{\"version\":1,\"myRole\":null}");
        bruno.post(client, chat.id(), UUID.randomUUID(), "x").expectStatus().isNotFound();
    }

    private void answer(TestChat chat, long version, String role) {
        chatService.answer(
                "GET",
                "/api/v1/chats/" + chat.id(),
                200,
                "{\"id\":\"%s\",\"version\":%d,\"myRole\":\"%s\",\"kind\":\"group\"}"
                        .formatted(chat.id(), version, role));
    }

    private TestChat chatOf(TestPerson... people) {
        var ids = java.util.Arrays.stream(people).map(TestPerson::id).toArray(UUID[]::new);
        var chat = TestChat.group(ids);
        steps.awaitMember(people[0], chat);
        return chat;
    }

    private String created(TestPerson person, TestChat chat, UUID id, String text) {
        return person.post(client, chat.id(), id, text)
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private tools.jackson.databind.JsonNode mark(TestPerson person, TestChat chat, long seq) {
        var body =
                client.put()
                        .uri("/api/v1/chats/{id}/read-marker", chat.id())
                        .header("Authorization", person.bearer())
                        .bodyValue(Map.of("seq", seq))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return tools.jackson.databind.json.JsonMapper.builder().build().readTree(body);
    }

    private tools.jackson.databind.JsonNode conversation(TestPerson person, TestChat chat) {
        return steps.read(person, "/api/v1/conversations")
                .path("items")
                .valueStream()
                .filter(c -> chat.id().toString().equals(c.path("chatId").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(tools.jackson.databind.JsonNode page) {
        return page.path("items").valueStream().map(m -> m.path("text").asString()).toList();
    }
}

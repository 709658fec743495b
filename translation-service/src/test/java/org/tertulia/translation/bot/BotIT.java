package org.tertulia.translation.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.Mentioned;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.StubService;
import org.tertulia.test.TestEvents;
import org.tertulia.translation.translating.Translator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bot hears the log of chats, and speaks by the message service. */
@ServiceTest(
        properties = {
            "tertulia.translation.bot.handle=traductor",
            "tertulia.translation.bot.password=tres tristes tigres",
            "tertulia.translation.bot.answers-per-minute=3",
            "tertulia.translation.engines=libretranslate"
        })
class BotIT {

    private static final StubService AUTH_SERVICE = StubService.named("auth-service");
    private static final StubService MESSAGE_SERVICE = StubService.named("message-service");
    private static final StubService CHAT_SERVICE = StubService.named("chat-service");
    private static final StubService ENGINE = StubService.named("libretranslate");
    private static final UUID BOT = UUID.randomUUID();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** An engine that has not said what it can is asked again after half a minute. */
    private static final Duration ENGINE_PATIENCE = Duration.ofMinutes(1);

    private static final String SPANISH = "Buenos días a todos, ¿quién viene mañana a la reunión?";

    @Autowired DatabaseClient database;
    @Autowired Translator translator;
    @Autowired List<EventSubscription> subscriptions;

    private final UUID ana = UUID.randomUUID();
    private final UUID chat = UUID.randomUUID();

    @DynamicPropertySource
    static void whereTheOthersAre(DynamicPropertyRegistry properties) {
        AUTH_SERVICE.register(properties);
        MESSAGE_SERVICE.register(properties);
        CHAT_SERVICE.register(properties);
        properties.add("tertulia.translation.libretranslate.url", ENGINE::uri);
        AUTH_SERVICE.answer("POST", "/api/v1/auth/login", 401, "{\"status\":401}");
        AUTH_SERVICE.answer(
                "POST",
                "/api/v1/auth/register",
                201,
                """
                {"accessToken":"token-of-the-bot","tokenType":"Bearer","expiresIn":300,"refreshToken":"next",
                 "sessionId":"%s","user":{"id":"%s","handle":"traductor","displayName":"traductor"}}
                """
                        .formatted(UUID.randomUUID(), BOT));
        ENGINE.answer(
                "GET",
                "/languages",
                200,
                """
                [{"code":"es","targets":["en","es"]},{"code":"en","targets":["en","es"]}]
                """);
        ENGINE.answer(
                "POST", "/translate", 200, "{\"translatedText\":\"Good morning, who comes?\"}");
    }

    @BeforeEach
    void prepare() {
        MESSAGE_SERVICE.answer(
                "POST",
                "/api/v1/chats/%s/messages".formatted(chat),
                201,
                "{\"text\":\"said\",\"deletedAt\":null}");
        await().atMost(ENGINE_PATIENCE)
                .until(() -> translator.engines().stream().noneMatch(it -> it.pairs().isEmpty()));
    }

    @Test
    void itsConsumerGroupIsPinned() {
        assertThat(subscriptions)
                .map(it -> ((EventSubscription.Ordered<?>) it).group())
                .contains("translation-service.bot");
    }

    @Test
    void itShouldHaveMadeItsAccount() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(AUTH_SERVICE.received())
                                        .extracting(it -> it.uri().getPath())
                                        .contains("/api/v1/auth/login", "/api/v1/auth/register"));
    }

    @Test
    void whatCallsItShouldBeAnsweredWhereItWasSaid() {
        var called = said(2, "@traductor en " + SPANISH, ana, true, null);
        publish(called);

        await().atMost(PATIENCE).until(() -> answers().size() == 1);
        var answer = answers().getFirst();
        assertThat(answer.path("text").asString()).isEqualTo("Good morning, who comes?");
        assertThat(answer.path("replyTo").asLong()).isEqualTo(2);
        assertThat(answer.has("thread")).isFalse();
        assertThat(MESSAGE_SERVICE.received().getLast().authorization())
                .isEqualTo("Bearer token-of-the-bot");
    }

    @Test
    void aMessageThatIsAnsweredWithACallShouldBeTranslated() {
        MESSAGE_SERVICE.answer(
                "GET",
                "/api/v1/chats/%s/messages/2".formatted(chat),
                200,
                "{\"text\":\"%s\",\"deletedAt\":null}".formatted(SPANISH));
        publish(said(3, "@traductor", ana, true, 2L));

        await().atMost(PATIENCE).until(() -> answers().size() == 1);
        assertThat(answers().getFirst().path("text").asString())
                .isEqualTo("Good morning, who comes?");
    }

    @Test
    void whatIsSaidToItAloneShouldBeAnsweredInTheLanguageOfWhoSaysIt() {
        database.sql(
                        "insert into preferences (user_id, language, everything) values ($1, 'en', true)")
                .bind(0, ana)
                .then()
                .block(PATIENCE);
        publish(opened(ChatKind.PRIVATE));
        publish(said(2, SPANISH, ana, false, null));
        publish(said(3, "help", ana, false, null));

        await().atMost(PATIENCE).until(() -> answers().size() == 2);
        assertThat(answers().getFirst().path("text").asString())
                .isEqualTo("Good morning, who comes?");
        assertThat(answers().getLast().path("text").asString()).contains("Write to me alone");
    }

    @Test
    void aPrivateChatWhoseBeginningItDidNotHearShouldBeOneAllTheSame() {
        CHAT_SERVICE.answer(
                "GET",
                "/api/v1/chats/" + chat,
                200,
                "{\"kind\":\"private\",\"version\":1,\"myRole\":\"member\"}");
        publish(said(2, "ayuda", ana, false, null));
        publish(said(3, "help", ana, false, null));

        await().atMost(PATIENCE).until(() -> answers().size() == 2);
        assertThat(askedFor(chat)).isEqualTo(1);
    }

    @Test
    void whatIsNoPrivateChatOfItsShouldBeAskedForOnce() {
        publish(said(2, SPANISH, ana, false, null));
        publish(said(3, SPANISH, ana, false, null));
        publish(said(4, "@traductor ayuda", ana, true, null));

        await().atMost(PATIENCE).until(() -> answers().size() == 1);
        assertThat(askedFor(chat)).isEqualTo(1);
    }

    @Test
    void itShouldNotAnswerWhatIsNotForItNorItself() {
        publish(opened(ChatKind.GROUP));
        publish(said(2, SPANISH, ana, false, null));
        publish(said(3, "@traductor " + SPANISH, BOT, true, null));
        publish(said(4, "@traductor ayuda", ana, true, null));

        await().atMost(PATIENCE).until(() -> !answers().isEmpty());
        assertThat(answers()).hasSize(1);
        assertThat(answers().getFirst().path("replyTo").asLong()).isEqualTo(4);
    }

    @Test
    void theSameMessageHeardTwiceShouldBeAnsweredByTheSameMessage() {
        var called = said(2, "@traductor ayuda", ana, true, null);
        publish(called);
        publish(called);

        await().atMost(PATIENCE).until(() -> answers().size() == 2);
        assertThat(answers().getFirst()).isEqualTo(answers().getLast());
    }

    @Test
    void whatCanNotBeSaidNowShouldBeSaidLaterAndCostOnce() {
        var path = "/api/v1/chats/%s/messages".formatted(chat);
        MESSAGE_SERVICE.answer("POST", path, 503, "{\"status\":503}");
        var text = "Buenos días, ¿quién viene mañana a " + chat + " con los niños?";
        publish(said(2, "@traductor en " + text, ana, true, null));
        // More tries than the bot may speak in a minute.
        await().atMost(PATIENCE).until(() -> answers().size() >= 5);

        MESSAGE_SERVICE.answer("POST", path, 201, "{\"text\":\"said\",\"deletedAt\":null}");
        publish(said(3, "@traductor ayuda", ana, true, null));

        await().atMost(PATIENCE).until(() -> answers().getLast().path("replyTo").asLong() == 3);
        assertThat(answers().stream().filter(it -> it.path("replyTo").asLong() == 2).distinct())
                .hasSize(1);
        assertThat(translated(chat.toString())).isEqualTo(1);
    }

    @Test
    void itShouldNotSpeakMoreOftenThanItMay() {
        for (var seq = 2; seq <= 6; seq++) {
            publish(said(seq, "@traductor ayuda", ana, true, null));
        }
        await().atMost(PATIENCE).until(() -> answers().size() == 3);
        publish(said(7, "@traductor ayuda", ana, true, null));
        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> answers().size() == 3);
    }

    private ChatOpened opened(ChatKind kind) {
        var title = kind == ChatKind.PRIVATE ? null : "Babel";
        return new ChatOpened(chat, 1, kind, title, ana, List.of(ana, BOT), null, Instant.now());
    }

    private MessagePosted said(
            long seq, String text, UUID sender, boolean calls, @Nullable Long replyTo) {
        return new MessagePosted(
                chat,
                seq,
                UUID.randomUUID(),
                sender,
                UUID.randomUUID(),
                text,
                replyTo,
                null,
                calls ? new Mentioned(List.of(BOT), false) : null,
                null,
                Instant.now(),
                null);
    }

    private static void publish(TertuliaEvent event) {
        TestEvents.publish(Topics.MESSAGE_EVENTS, event);
    }

    /** How often the chat service was asked what a chat is. */
    private static long askedFor(UUID chat) {
        return CHAT_SERVICE.received().stream()
                .filter(it -> it.uri().getPath().equals("/api/v1/chats/" + chat))
                .count();
    }

    /** How often the engine was asked for a text with this in it. */
    private static long translated(String text) {
        return ENGINE.received().stream()
                .filter(it -> it.method().equals("POST") && it.body().contains(text))
                .count();
    }

    /** What was said by the bot in the chat, in order. */
    private List<JsonNode> answers() {
        var path = "/api/v1/chats/%s/messages".formatted(chat);
        return MESSAGE_SERVICE.received().stream()
                .filter(it -> it.method().equals("POST") && it.uri().getPath().equals(path))
                .map(it -> JSON.readTree(it.body()))
                .toList();
    }
}

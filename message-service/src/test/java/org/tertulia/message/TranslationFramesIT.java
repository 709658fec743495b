package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.MessageUntranslated;
import org.tertulia.contracts.translation.UntranslatedReason;
import org.tertulia.message.translationrequests.ChatReaders;
import org.tertulia.message.translationrequests.TranslationRequests;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.RawEvent;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.TestEvents;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What connections want to read in other languages is asked for, and what comes of it reaches those who want it. */
class TranslationFramesIT extends RealtimeApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Autowired DatabaseClient database;
    @Autowired TranslationRequests requests;
    private final TestPerson carla = TestPerson.somebody();
    private final TestPerson dora = TestPerson.somebody();

    @Test
    void whatIsSaidShouldBeAskedForOnceInAllLanguagesOfTheOthers() {
        var chat = chatOf(ana, bruno, carla, dora);
        try (var a = ana.connect(port);
                var phone = bruno.connect(port);
                var desk = bruno.connect(port);
                var c = carla.connect(port);
                var d = dora.connect(port);
                var s = TestPerson.somebody().connect(port)) {
            want(a, "fr", true);
            want(phone, "en-GB", true);
            want(desk, "en", false, chat.id());
            want(c, "es", false, chat.id());
            want(d, "it", true, chat.id());
            want(s, "de", true);

            var first = steps.say(ana, chat, "hola").path("seq").asLong();
            steps.say(ana, chat, "🙂 42");
            var last = steps.say(carla, chat, "adiós").path("seq").asLong();

            var asked = awaitAsked(chat, last);
            assertThat(asked).hasSize(2);
            assertAsked(asked.getFirst(), first, 1, "hola", "en", "es");
            assertAsked(asked.getLast(), last, 1, "adiós", "en", "fr");
        }
    }

    @Test
    void aTextShouldBeAskedForInTheLanguagesOfMostAndNoMoreThanTen() {
        var languages =
                List.of("ar", "bg", "ca", "cs", "da", "el", "et", "fi", "fr", "ga", "hu", "hu");
        var readers = languages.stream().map(language -> TestPerson.somebody()).toList();
        var chat =
                chatOf(Stream.concat(Stream.of(ana), readers.stream()).toArray(TestPerson[]::new));
        var connections = new ArrayList<TestSocket.Connection>();
        try {
            for (int n = 0; n < languages.size(); n++) {
                connections.add(readers.get(n).connect(port));
                want(connections.getLast(), languages.get(n), true);
            }
            var seq = steps.say(ana, chat, "hola").path("seq").asLong();

            assertAsked(
                    awaitAsked(chat, seq).getFirst(),
                    seq,
                    1,
                    "hola",
                    Stream.concat(Stream.of("hu"), languages.stream().limit(9))
                            .toArray(String[]::new));
        } finally {
            connections.forEach(TestSocket.Connection::close);
        }
    }

    @Test
    void anEditShouldBeAskedForByItsVersion() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        try (var b = bruno.connect(port)) {
            want(b, "en", true);
            new Talk(client, database, chat).edit(ana, seq, 1, "adiós", "", false);

            var asked = awaitAsked(chat, seq);
            assertThat(asked).hasSize(1);
            assertAsked(asked.getFirst(), seq, 2, "adiós", "en");
        }
    }

    @Test
    void nothingShouldBeAskedForWhileNobodyElseWantsIt() {
        var chat = chatOf(ana, bruno, carla, dora);
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            want(a, "en", true);
            steps.say(ana, chat, "for nobody");
            awaitTopic(b, chat, carla);
            want(b, "es", true);
            want(b, null, true);
            steps.say(ana, chat, "for nobody any more");
            awaitTopic(b, chat, dora);
            want(b, "fr", false, chat.id());
            want(b, "es", true);
            var last = steps.say(ana, chat, "for Bruno").path("seq").asLong();

            var asked = awaitAsked(chat, last);
            assertThat(asked).hasSize(1);
            assertAsked(asked.getFirst(), last, 1, "for Bruno", "es");
        }
    }

    /** It is asked about on an event loop, amid what is being handed out. */
    @Test
    void anEntryThatCanNotBeReadShouldBePassedOver() {
        var readers = new ChatReaders();
        readers.add("en", new UserId(bruno.id()));
        for (var value :
                List.of("{\"type\":\"message.posted\",\"seq\":1}", "{\"type\":\"new\"}", "")) {
            var unreadable =
                    new RawEvent(
                            UUID.randomUUID().toString(),
                            "org.tertulia.message.posted.v1",
                            value.getBytes(StandardCharsets.UTF_8));
            assertThat(requests.isAboutText(unreadable)).isTrue();
            assertThatNoException().isThrownBy(() -> requests.request(unreadable, readers));
        }
    }

    @Test
    void whoLeavesShouldWantNothing() {
        var chat = chatOf(ana, bruno, carla);
        try (var b = bruno.connect(port)) {
            try (var c = carla.connect(port)) {
                want(c, "it", true);
                want(b, "en", true);
            }
            chat.remove(carla.id());
            b.await(f -> f.path("type").asString().equals("member.left"));
            var last = steps.say(ana, chat, "hola").path("seq").asLong();

            assertAsked(awaitAsked(chat, last).getFirst(), last, 1, "hola", "en");
        }
    }

    @Test
    void aTranslationShouldReachThoseOnlyWhoWantItThere() {
        var chat = chatOf(ana, bruno, carla, dora);
        var other = chatOf(dora);
        steps.say(ana, chat, "hola");
        var stranger = TestPerson.somebody();
        chatOf(stranger);
        try (var phone = bruno.connect(port);
                var desk = bruno.connect(port);
                var c = carla.connect(port);
                var d = dora.connect(port);
                var s = stranger.connect(port)) {
            want(phone, "en", true);
            want(c, "it", true);
            want(d, "en", true, chat.id());
            want(s, "en", true);

            translated(chat, 2, "en", "hi");
            untranslated(chat, 2, "fr", null);
            untranslated(chat, 2, "it", "es");
            translated(other, 1, "en", "last");

            var said = phone.await("message.translated");
            assertThat(said)
                    .isEqualTo(
                            JSON.readTree(
                                    """
                                    {"op": "message.translated", "chatId": "%s", "message": 2, "version": 1, "language": "en",
                                     "sourceLanguage": "es", "text": "hi", "engine": "apertium"}
                                    """
                                            .formatted(chat.id())));
            assertThat(c.await("message.untranslated"))
                    .isEqualTo(
                            JSON.readTree(
                                    """
                                    {"op": "message.untranslated", "chatId": "%s", "message": 2, "version": 1, "language": "it",
                                     "sourceLanguage": "es", "reason": "no-engine"}
                                    """
                                            .formatted(chat.id())));
            assertThat(d.await("message.translated").path("chatId").asString())
                    .isEqualTo(other.id().toString());
            for (var connection : List.of(phone, desk, c, d, s)) {
                pong(connection);
            }
            assertThat(about(phone)).hasSize(1);
            assertThat(about(c)).hasSize(1);
            assertThat(about(d)).hasSize(1);
            assertThat(about(desk)).isEmpty();
            assertThat(about(s)).isEmpty();
        }
    }

    @Test
    void whatIsDeletedShouldNotBeToldInAnotherLanguage() {
        var chat = chatOf(ana, bruno);
        var deleted = steps.say(ana, chat, "hola").path("seq").asLong();
        try (var b = bruno.connect(port)) {
            want(b, "en", true);
            new Talk(client, database, chat).remove(ana, deleted);
            b.await(f -> f.path("type").asString().equals("message.deleted"));
            translated(chat, deleted, "en", "hi");
            untranslated(chat, deleted, "en", "es");
            translated(chat, deleted + 1, "en", "another");

            assertThat(b.await("message.translated").path("text").asString()).isEqualTo("another");
            assertThat(about(b)).hasSize(1);
        }
    }

    @Test
    void whatWasWantedBeforeShouldBeReplaced() {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port);
                var a = ana.connect(port)) {
            want(b, "es", true);
            want(b, "pt-BR", false, chat.id());
            want(a, "en", true);
            translated(chat, 2, "es", "hola");
            untranslated(chat, 2, "pt", null);
            assertThat(b.await("message.untranslated").has("sourceLanguage")).isFalse();
            assertThat(about(b)).hasSize(1);

            want(b, null, false);
            translated(chat, 3, "pt", "olá");
            translated(chat, 3, "en", "hi");
            a.await("message.translated");
            pong(b);
            assertThat(about(b)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"english language\"", "\"xx\"", "\"x-own\""})
    void whatNamesNoLanguageShouldBeRefusedAndChangeNothing(String language) {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port)) {
            want(b, "en", true);
            b.send(
                    "{\"op\":\"translations\",\"requestId\":\"r\",\"language\":%s,\"everything\":true,\"chats\":[]}"
                            .formatted(language));
            assertRefused(b, "validation-failed");
            translated(chat, 2, "en", "hi");
            b.await("message.translated");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"everything\":true",
                "\"chats\":[]",
                "\"everything\":true,\"chats\":[null]",
                "\"everything\":true,\"chats\":[\"x\"]",
                "\"everything\":null,\"chats\":[]",
                "\"everything\":true,\"chats\":[],\"language\":{}"
            })
    void anIncompleteFrameShouldBeRefused(String rest) {
        try (var b = bruno.connect(port)) {
            b.send("{\"op\":\"translations\",\"requestId\":\"r\",%s}".formatted(rest));
            assertRefused(b, "malformed-request");
        }
    }

    @Test
    void tooManyChatsShouldBeRefused() {
        try (var b = bruno.connect(port)) {
            var chats = IntStream.range(0, 501).mapToObj(i -> UUID.randomUUID()).toList();
            want(b, "en", true, chats.subList(0, 500).toArray(UUID[]::new));
            assertThat(b.frames()).noneMatch(f -> f.path("op").asString().equals("error"));
            b.send(translations("en", true, chats.toArray(UUID[]::new)));
            assertRefused(b, "validation-failed");
        }
    }

    private static void assertRefused(TestSocket.Connection connection, String problem) {
        var refused = connection.await("error");
        assertThat(refused.path("re").asString()).isEqualTo("translations");
        assertThat(refused.path("requestId").asString()).isEqualTo("r");
        assertThat(refused.path("problem").path("type").asString()).isEqualTo(PROBLEM + problem);
    }

    /** What was said before has come by the topic, and so was asked for: this entry has no other way. */
    private static void awaitTopic(
            TestSocket.Connection connection, TestChat chat, TestPerson leaving) {
        chat.remove(leaving.id());
        connection.await(
                f ->
                        f.path("type").asString().equals("member.left")
                                && f.path("userId").asString().equals(leaving.id().toString()));
    }

    /** Says it, and waits until it is in force. */
    private static void want(
            TestSocket.Connection connection, String language, boolean everything, UUID... chats) {
        connection.send(translations(language, everything, chats));
        pong(connection);
    }

    private static String translations(String language, boolean everything, UUID... chats) {
        return "{\"op\":\"translations\",\"requestId\":\"r\",\"language\":%s,\"everything\":%s,\"chats\":[%s]}"
                .formatted(
                        language == null ? "null" : "\"" + language + "\"",
                        everything,
                        Arrays.stream(chats)
                                .map(chat -> "\"" + chat + "\"")
                                .collect(Collectors.joining(",")));
    }

    /** Waits until all that was sent before has been done. */
    private static void pong(TestSocket.Connection connection) {
        var before = connection.frames().stream().filter(TranslationFramesIT::isPong).count();
        connection.send("{\"op\":\"ping\"}");
        connection.await((int) before + 1, TranslationFramesIT::isPong);
    }

    private static boolean isPong(JsonNode frame) {
        return frame.path("op").asString().equals("pong");
    }

    private static List<JsonNode> about(TestSocket.Connection connection) {
        return connection.frames().stream()
                .filter(f -> f.path("op").asString().endsWith("translated"))
                .toList();
    }

    /** All that was asked about the chat until this message was, in the order of asking. */
    private static List<JsonNode> awaitAsked(TestChat chat, long last) {
        var topic = KafkaRecords.of(Topics.TRANSLATION_REQUEST_EVENTS);
        topic.awaitRecords(
                r -> isOf(r.key(), chat) && read(r.value()).path("message").asLong() == last);
        return topic.all().stream()
                .filter(r -> isOf(r.key(), chat))
                .map(r -> read(r.value()))
                .toList();
    }

    private static boolean isOf(String key, TestChat chat) {
        return chat.id().toString().equals(key);
    }

    private static JsonNode read(String value) {
        return JSON.readTree(value);
    }

    private static void assertAsked(
            JsonNode asked, long message, int version, String text, String... languages) {
        assertThat(asked.path("type").asString()).isEqualTo("translation.wanted");
        assertThat(asked.path("message").asLong()).isEqualTo(message);
        assertThat(asked.path("version").asInt()).isEqualTo(version);
        assertThat(asked.path("text").asString()).isEqualTo(text);
        assertThat(asked.path("languages").valueStream().map(JsonNode::asString))
                .containsExactly(languages);
    }

    private static void translated(TestChat chat, long message, String language, String text) {
        TestEvents.publish(
                Topics.TRANSLATION_EVENTS,
                new MessageTranslated(
                        chat.id(), message, 1, language, "es", text, "apertium", NOON));
    }

    private static void untranslated(TestChat chat, long message, String language, String source) {
        TestEvents.publish(
                Topics.TRANSLATION_EVENTS,
                new MessageUntranslated(
                        chat.id(),
                        message,
                        1,
                        language,
                        source,
                        UntranslatedReason.NO_ENGINE,
                        NOON));
    }
}

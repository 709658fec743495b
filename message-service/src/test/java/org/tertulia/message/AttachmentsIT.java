package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.isEntryOf;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.media.MediaUploaded;
import org.tertulia.test.TestEvents;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;

/** Files that come with messages, over HTTP and over connections. */
class AttachmentsIT extends ChangesApi {

    private static final String MEDIA = "/api/v1/media";

    @Autowired DatabaseClient database;
    private FileRows files;
    private TestChat chat;
    private Talk talk;

    /** The two ways to say something. */
    enum Way {
        HTTP,
        SOCKET
    }

    @BeforeEach
    void talkInAChat() {
        files = new FileRows(database);
        chat = chatOf(ana, bruno);
        talk = new Talk(client, database, chat);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageShouldCarryItsFilesToEverybody(Way way) {
        var picture = files.image(ana.id());
        try (var b = bruno.connect(port)) {
            var seq =
                    posted(
                            way,
                            attached(
                                    "",
                                    attach(picture, " Una taza "),
                                    attach(files.file(ana.id(), "audio", "n.ogg"), null)));
            var entry = b.await(f -> isEntryOf(f, chat.id()) && f.path("seq").asLong() == seq);

            var attachments = entry.path("attachments");
            assertThat(attachments.size()).isEqualTo(2);
            assertThat(attachments.path(0))
                    .isEqualTo(
                            JSON.readTree(
                                    "{\"mediaId\":\"%s\",\"kind\":\"image\",\"name\":\"foto.jpg\",\"contentType\":\"image/x\",\"bytes\":1234,\"width\":40,\"height\":30,\"alt\":\"Una taza\"}"
                                            .formatted(picture)));
            assertThat(attachments.path(1).path("kind").asString()).isEqualTo("audio");
            assertThat(attachments.path(1).has("alt")).isFalse();
            assertThat(entry.path("text").asString()).isEmpty();
            assertThat(talk.get(bruno, "/messages/" + seq).path("attachments"))
                    .isEqualTo(attachments);
        }
        assertThat(mediaService.received()).isEmpty();
    }

    @Test
    void whateverIsReadShouldHaveThem() {
        var said = say(ana, attached("foto", attach(files.image(ana.id()), "taza")));
        var seq = said.path("seq").asLong();
        var attachments = said.path("attachments");
        assertThat(attachments.size()).isEqualTo(1);
        put(bruno, PIN, chat.id(), seq).expectStatus().isNoContent();
        put(bruno, MESSAGE + "/bookmark", chat.id(), seq).expectStatus().isNoContent();
        var reply = new HashMap<>(attached("", attach(files.image(bruno.id()), null)));
        reply.put("thread", seq);
        var inThread = say(bruno, reply);
        assertThat(inThread.path("attachments").size()).isEqualTo(1);

        assertThat(
                        Stream.of(
                                talk.get(bruno, "/messages").path("items").path(0),
                                talk.get(bruno, "/messages?around=" + seq).path("items").path(0),
                                talk.get(bruno, "/log?after=" + (seq - 1)).path("items").path(0),
                                talk.get(bruno, "/pins").path("items").path(0),
                                talk.conversation(bruno).path("lastMessage"),
                                steps.read(ana, "/api/v1/threads")
                                        .path("items")
                                        .path(0)
                                        .path("root"),
                                steps.read(bruno, "/api/v1/bookmarks")
                                        .path("items")
                                        .path(0)
                                        .path("message")))
                .allSatisfy(view -> assertThat(view.path("attachments")).isEqualTo(attachments));
        assertThat(
                        talk.get(ana, "/threads/%d/messages".formatted(seq))
                                .path("items")
                                .path(0)
                                .path("attachments"))
                .isEqualTo(inThread.path("attachments"));
    }

    @Test
    void whatWasMissedShouldHaveThem() {
        var attachments =
                say(ana, attached("", attach(files.image(ana.id()), "taza"))).path("attachments");
        try (var b = bruno.connect(port)) {
            b.send(resume(1));
            b.await("resumed");
            assertThat(b.await(f -> isEntryOf(f, chat.id())).path("attachments"))
                    .isEqualTo(attachments);
        }
        IntStream.range(0, 25).forEach(i -> steps.say(ana, chat, "m" + i));
        var last = say(ana, attached("", attach(files.image(ana.id()), null))).path("attachments");
        try (var b = bruno.connect(port)) {
            b.send(resume(1));
            assertThat(b.await("snapshot").path("messages").path(4).path("attachments"))
                    .isEqualTo(last);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatCanNotBeAttachedShouldBeNamed(Way way) {
        var foreign = files.image(bruno.id());
        var refused = files.image(ana.id());
        files.state(refused, "refused");
        var gone = files.image(ana.id());
        files.delete(gone);
        var others = UUID.randomUUID();
        known(file(others, bruno.id(), "ready"), file(gone, ana.id(), "refused"));

        for (var unknown : List.of(foreign, refused, gone, others, UUID.randomUUID())) {
            var own = attach(files.image(ana.id()), null);
            var problem = refused(way, attached("x", own, attach(unknown, null)));
            assertThat(problem.path("type").asString()).isEqualTo(PROBLEM + "unknown-attachment");
            assertThat(problem.path("status").asInt()).isEqualTo(422);
            assertThat(problem.path("detail").asString()).contains(unknown.toString());
        }
        assertThat(talk.get(ana, "/messages").path("items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aFileWhoseUploadHasJustEndedShouldBeWaitedFor(Way way) {
        var file = UUID.randomUUID();
        known(file(file, ana.id(), "processing"));
        CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS).execute(() -> upload(file));

        var seq = posted(way, attached("", attach(file, null)));
        assertThat(talk.get(bruno, "/messages/" + seq).path("attachments").path(0))
                .isEqualTo(
                        JSON.readTree(
                                "{\"mediaId\":\"%s\",\"kind\":\"video\",\"name\":\"v.mp4\",\"contentType\":\"video/mp4\",\"bytes\":9,\"durationMs\":61000}"
                                        .formatted(file)));
        var asked = mediaService.received().getFirst();
        assertThat(asked.uri()).hasToString(MEDIA + "?ids=" + file);
        assertThat(asked.authorization()).startsWith("Bearer ey");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotKnownForNowShouldBeForLater(Way way) {
        var file = UUID.randomUUID();
        mediaService.answer("GET", MEDIA, 500, "{}");
        assertThat(refused(way, attached("", attach(file, null))).path("status").asInt())
                .isEqualTo(503);
        known(file(file, ana.id(), "ready"));
        assertThat(refused(way, attached("", attach(file, null))).path("status").asInt())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTooMuchShouldBeRefused(Way way) {
        var file = attach(files.image(ana.id()), null);
        var eleven = IntStream.range(0, 11).mapToObj(i -> attach(UUID.randomUUID(), null)).toList();
        var long_ = attach(files.image(ana.id()), "a".repeat(1_001));

        assertThat(field(refused(way, Map.of("attachments", eleven)))).isEqualTo("attachments");
        assertThat(field(refused(way, attached("", file, file)))).isEqualTo("attachments");
        assertThat(field(refused(way, attached("", file, long_)))).isEqualTo("attachments[1].alt");
        assertThat(field(refused(way, Map.of("attachments", List.of())))).isEqualTo("text");
        assertThat(refused(way, Map.of("attachments", List.of(Map.of("alt", "a")))).path("status"))
                .hasToString("400");
    }

    @Test
    void strangersShouldLearnNothingOfFiles() {
        var stranger = TestPerson.somebody();
        var body = new HashMap<>(attached("", attach(UUID.randomUUID(), null)));
        body.put("clientMessageId", UUID.randomUUID());

        assertThat(talk.send(stranger, HttpMethod.POST, "/messages", body, 404).path("type"))
                .hasToString("\"" + PROBLEM + "chat-not-found\"");
        assertThat(mediaService.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatShouldBeTheFirstAndOtherFilesAConflict(Way way) {
        var id = UUID.randomUUID();
        var file = files.image(ana.id());
        var body = attached("", attach(file, "taza"));
        var seq = posted(way, id, body);
        files.delete(file);
        assertThat(posted(way, id, body)).isEqualTo(seq);
        assertThat(posted(way == Way.HTTP ? Way.SOCKET : Way.HTTP, id, body)).isEqualTo(seq);

        assertThat(refused(way, id, attached("", attach(file, "plato"))).path("status").asInt())
                .isEqualTo(409);
        assertThat(refused(way, id, attached("x")).path("status").asInt()).isEqualTo(409);
        assertThat(lastSeq(ana, chat)).isEqualTo(seq);
    }

    @ParameterizedTest
    @EnumSource
    void aForwardShouldCopyThem(Way way) {
        var original = say(bruno, attached("", attach(files.image(bruno.id()), "taza")));
        var place = Map.of("chatId", chat.id(), "seq", original.path("seq").asLong());
        var seq = posted(way, Map.of("text", "mira", "forward", place));
        var plain = posted(way, Map.of("forward", place));

        for (var copy : List.of(seq, plain)) {
            assertThat(talk.get(bruno, "/messages/" + copy).path("attachments"))
                    .isEqualTo(original.path("attachments"));
        }
        assertThat(talk.get(bruno, "/messages/" + seq).path("text").asString()).isEqualTo("mira");
        assertThat(talk.get(bruno, "/messages/" + plain).path("text").asString()).isEmpty();

        delete(bruno, MESSAGE, chat.id(), original.path("seq").asLong())
                .expectStatus()
                .isNoContent();
        assertThat(talk.get(bruno, "/messages/" + seq).path("attachments").size()).isEqualTo(1);
        var own = List.of(attach(files.image(ana.id()), null));
        assertThat(field(refused(way, Map.of("forward", place, "attachments", own))))
                .isEqualTo("attachments");
    }

    @Test
    void anEditShouldChangeTheTextOnly() {
        var said = say(ana, attached("foto", attach(files.image(ana.id()), "taza")));
        var seq = said.path("seq").asLong();
        edit(ana, chat, seq, "\"1\"", " ").expectStatus().isOk();
        var edited = talk.get(bruno, "/messages/" + seq);
        assertThat(edited.path("text").asString()).isEmpty();
        assertThat(edited.path("version").asInt()).isEqualTo(2);
        assertThat(edited.path("attachments")).isEqualTo(said.path("attachments"));

        var plain = steps.say(ana, chat, "hola").path("seq").asLong();
        edit(ana, chat, plain, "\"1\"", "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("text");
        try (var a = ana.connect(port)) {
            a.send(edit(chat, seq, 2, "otra"));
            assertThat(answer(a, "message.edit", seq).path("op").asString()).isEqualTo("done");
            a.send(edit(chat, plain, 1, ""));
            assertThat(answer(a, "message.edit", plain).path("op").asString()).isEqualTo("error");
        }
    }

    @Test
    void aDeletedMessageShouldHaveNone() {
        var seq = say(ana, attached("foto", attach(files.image(ana.id()), "taza"))).path("seq");
        delete(ana, MESSAGE, chat.id(), seq.asLong()).expectStatus().isNoContent();

        assertThat(talk.get(bruno, "/messages/" + seq.asLong()).has("attachments")).isFalse();
        assertThat(talk.get(bruno, "/log").path("items").valueStream())
                .noneMatch(entry -> entry.has("attachments"));
    }

    private static Map<String, Object> attach(UUID file, String alt) {
        return alt == null ? Map.of("mediaId", file) : Map.of("mediaId", file, "alt", alt);
    }

    @SafeVarargs
    private static Map<String, Object> attached(String text, Map<String, Object>... attached) {
        return Map.of("text", text, "attachments", List.of(attached));
    }

    private JsonNode say(TestPerson person, Map<String, Object> body) {
        return talk.say(person, body);
    }

    private long posted(Way way, Map<String, Object> body) {
        return posted(way, UUID.randomUUID(), body);
    }

    private long posted(Way way, UUID id, Map<String, Object> body) {
        return post(way, id, body, 201, "message.ack").path("seq").asLong();
    }

    private JsonNode refused(Way way, Map<String, Object> body) {
        return refused(way, UUID.randomUUID(), body);
    }

    /** The problem that Ana is told. */
    private JsonNode refused(Way way, UUID id, Map<String, Object> body) {
        return post(way, id, body, 0, "error");
    }

    private JsonNode post(Way way, UUID id, Map<String, Object> body, int status, String op) {
        var sent = new HashMap<>(body);
        sent.put("clientMessageId", id);
        if (way == Way.HTTP) {
            return status == 0
                    ? problem(sent)
                    : talk.send(ana, HttpMethod.POST, "/messages", sent, status);
        }
        sent.put("op", "message.send");
        sent.put("chatId", chat.id());
        try (var a = ana.connect(port)) {
            a.send(JSON.writeValueAsString(sent));
            var answer = answerTo(a, id);
            assertThat(answer.path("op").asString()).isEqualTo(op);
            assertThat(status == 0 ? answer.path("re").asString() : "message.send")
                    .isEqualTo("message.send");
            return status == 0 ? answer.path("problem") : answer;
        }
    }

    private JsonNode problem(Map<String, Object> body) {
        var result =
                client.post()
                        .uri("/api/v1/chats/{id}/messages", chat.id())
                        .header("Authorization", ana.bearer())
                        .bodyValue(body)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult();
        assertThat(result.getStatus().isError()).as(result.getResponseBody()).isTrue();
        return JSON.readTree(result.getResponseBody());
    }

    private static JsonNode answerTo(TestSocket.Connection connection, UUID id) {
        return connection.await(
                f ->
                        List.of("message.ack", "error").contains(f.path("op").asString())
                                && id.toString().equals(f.path("clientMessageId").asString()));
    }

    private static String field(JsonNode problem) {
        return problem.path("errors").path(0).path("field").asString();
    }

    private String resume(long after) {
        return "{\"op\":\"resume\",\"chats\":{\"%s\":%d}}".formatted(chat.id(), after);
    }

    private static String file(UUID id, UUID owner, String state) {
        return "{\"id\":\"%s\",\"ownerId\":\"%s\",\"state\":\"%s\",\"kind\":\"image\"}"
                .formatted(id, owner, state);
    }

    /** What the media service knows from now on. */
    private static void known(String... items) {
        mediaService.answer(
                "GET", MEDIA, 200, "{\"items\":[%s]}".formatted(String.join(",", items)));
    }

    private void upload(UUID file) {
        TestEvents.publish(
                Topics.MEDIA_EVENTS,
                new MediaUploaded(
                        file,
                        ana.id(),
                        "video",
                        "v.mp4",
                        "video/mp4",
                        9,
                        null,
                        null,
                        61_000L,
                        null,
                        Instant.now()));
    }
}

package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** People wait for words and for people, and are told once, of chats that they are in. */
class AlertsIT extends NotificationApi {

    private UUID ana;
    private UUID bruno;
    private UUID eva;
    private TestChat plaza;

    @BeforeEach
    void aChat() {
        ana = UUID.randomUUID();
        bruno = UUID.randomUUID();
        eva = UUID.randomUUID();
        plaza = TestChat.group(ana, bruno, eva);
        awaitHandled(plaza);
        for (var person : List.of(bruno, eva)) {
            plaza.mark(person, plaza.lastSeq());
            awaitMarked(person, plaza.id(), 0, plaza.lastSeq());
        }
    }

    private ResponseSpec post(UUID person, Map<String, ?> alert) {
        return send(HttpMethod.POST, person, "/alerts", alert);
    }

    private JsonNode make(UUID person, Map<String, ?> alert) {
        return json(post(person, alert).expectStatus().isCreated());
    }

    private JsonNode waitFor(UUID person, String word) {
        return make(person, Map.of("kind", "word", "word", word));
    }

    private ResponseSpec delete(UUID person, String alert) {
        return client.delete()
                .uri(PATH + "/alerts/" + alert)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(person))
                .exchange();
    }

    private List<String> told(UUID person) {
        return lines(person).stream().filter(line -> !line.contains("invitation")).toList();
    }

    @Test
    void aWordShouldBeToldToWhomWaitsForIt() {
        var alert = waitFor(bruno, "Café");
        plaza.say(ana, "La cafetería está cerrada");
        var seq = plaza.say(ana, "¿Un CAFE?");
        awaitHandled(plaza);

        assertThat(told(bruno)).containsExactly("*alert: ¿Un CAFE? ×1");
        var told = inbox(bruno).getFirst();
        assertThat(told.path("alertId")).isEqualTo(alert.path("alertId"));
        assertThat(told.path("chatId").asString()).isEqualTo(plaza.id().toString());
        assertThat(told.path("message").asLong()).isEqualTo(seq);
        assertThat(told.path("byId").asString()).isEqualTo(ana.toString());
        assertThat(told(eva)).isEmpty();
        assertThat(told(ana)).isEmpty();
        var event = events(bruno, 1).getLast();
        assertThat(event.path("kind").asString()).isEqualTo("alert");
        assertThat(event.path("alertId")).isEqualTo(alert.path("alertId"));
    }

    @Test
    void whatOneAlertWaitsForShouldBeOneNotificationThatGrows() {
        waitFor(bruno, "café");
        waitFor(bruno, "té");
        plaza.say(ana, "café");
        plaza.say(eva, "otro café y un té");
        plaza.say(ana, "té");
        awaitHandled(plaza);
        assertThat(told(bruno)).containsExactly("*alert: té ×1", "*alert: otro café y un té ×2");
    }

    @Test
    void aPersonShouldBeToldToWhomWaitsForThem() {
        make(bruno, Map.of("kind", "person", "userId", eva));
        plaza.say(ana, "yo");
        plaza.say(eva, "y yo");
        awaitHandled(plaza);
        assertThat(told(bruno)).containsExactly("*alert: y yo ×1");
        assertThat(told(eva)).isEmpty();
    }

    @Test
    void whatIsMeantForOneShouldBeToldOnceAndAsThat() {
        waitFor(bruno, "café");
        choose(eva, plaza, "all");
        waitFor(eva, "café");
        var first = plaza.say(bruno, "yo digo café");
        plaza.call(ana, "café, @bruno", bruno);
        plaza.reply(ana, "con café", first);
        awaitHandled(plaza);
        assertThat(told(bruno)).containsExactly("*reply: con café ×1", "*mention: café, @bruno ×1");
        assertThat(told(eva)).containsExactly("*alert: con café ×3");
    }

    @Test
    void whoWantsNothingOfAChatShouldNotBeAlerted() {
        waitFor(bruno, "café");
        waitFor(eva, "café");
        choose(bruno, plaza, "none");
        choose(eva, plaza, "mentions");
        plaza.say(ana, "café");
        awaitHandled(plaza);
        assertThat(told(bruno)).isEmpty();
        assertThat(told(eva)).containsExactly("*alert: café ×1");
    }

    @Test
    void whatWasReadShouldNotBeAlerted() {
        waitFor(bruno, "café");
        var early = plaza.posted(ana, "café", null, null, null);
        plaza.mark(bruno, early.seq());
        awaitMarked(bruno, plaza.id(), 0, early.seq());
        plaza.publish(early);
        awaitHandled(plaza);
        assertThat(told(bruno)).isEmpty();
    }

    @Test
    void anAlertShouldBeReadAndWithdrawnAsItsMessageIs() {
        waitFor(bruno, "café");
        var first = plaza.say(ana, "café");
        var second = plaza.say(ana, "café solo");
        plaza.delete(first);
        plaza.edit(second, "té");
        awaitHandled(plaza);
        assertThat(told(bruno)).containsExactly("*alert: té ×1");
        plaza.mark(bruno, second);
        await().untilAsserted(() -> assertThat(told(bruno)).containsExactly("alert: té ×1"));
    }

    @Test
    void anAlertShouldRingOnlyWhereItsOwnerIs() {
        var elsewhere = TestChat.group(ana, eva);
        var patio = TestChat.group(ana, bruno);
        awaitHandled(elsewhere);
        awaitHandled(patio);
        waitFor(bruno, "café");
        make(eva, Map.of("kind", "word", "word", "café", "chatId", plaza.id()));
        for (var chat : List.of(elsewhere, patio, plaza)) {
            chat.say(ana, "café en " + chat.id());
            awaitHandled(chat);
        }
        assertThat(told(bruno))
                .containsExactly(
                        "*alert: café en %s ×1".formatted(plaza.id()),
                        "*alert: café en %s ×1".formatted(patio.id()));
        assertThat(told(eva)).containsExactly("*alert: café en %s ×1".formatted(plaza.id()));
    }

    @Test
    void anAlertOfAChatShouldGoWithTheMembership() {
        waitFor(bruno, "té");
        make(bruno, Map.of("kind", "word", "word", "café", "chatId", plaza.id()));
        plaza.remove(bruno);
        plaza.say(ana, "café y té");
        plaza.add(bruno, ana);
        plaza.say(ana, "café");
        awaitHandled(plaza);
        assertThat(told(bruno)).isEmpty();
        assertThat(words(bruno)).containsExactly("té");
        plaza.say(ana, "té");
        awaitHandled(plaza);
        assertThat(told(bruno)).containsExactly("*alert: té ×1");
    }

    private List<String> words(UUID person) {
        return items(json(get(person, "/alerts").expectStatus().isOk())).stream()
                .map(alert -> alert.path("word").asString())
                .toList();
    }

    @Test
    void inAPrivateChatWhoIsToldEverythingShouldBeToldOfMessages() {
        var chat = TestChat.between(ana, bruno);
        awaitHandled(chat);
        waitFor(bruno, "café");
        chat.say(ana, "¿café?");
        awaitHandled(chat);
        choose(bruno, chat, "mentions");
        chat.say(ana, "café");
        awaitHandled(chat);
        assertThat(told(bruno)).containsExactly("*alert: café ×1", "*message: ¿café? ×1");
    }

    @Test
    void oneShouldSeeAndDeleteOnesOwn() {
        var word = waitFor(bruno, "  Café   solo ");
        var person = make(bruno, Map.of("kind", "person", "userId", ana, "chatId", plaza.id()));
        assertThat(word.path("word").asString()).isEqualTo("Café solo");
        assertThat(word.has("chatId")).isFalse();
        assertThat(person.path("userId").asString()).isEqualTo(ana.toString());
        assertThat(items(json(get(bruno, "/alerts")))).containsExactly(word, person);
        assertThat(json(get(bruno, "/alerts")).path("next").isNull()).isTrue();
        assertThat(items(json(get(ana, "/alerts")))).isEmpty();
        assertThat(waitFor(bruno, "CAFE solo")).isEqualTo(word);

        expectProblem(delete(ana, id(word)), 404, "alert-not-found");
        delete(bruno, id(word)).expectStatus().isNoContent();
        expectProblem(delete(bruno, id(word)), 404, "alert-not-found");
        expectProblem(delete(bruno, "nothing"), 400, "malformed-request");
        plaza.say(eva, "café solo");
        awaitHandled(plaza);
        assertThat(told(bruno)).isEmpty();
    }

    private static String id(JsonNode alert) {
        return alert.path("alertId").asString();
    }

    @Test
    void aPersonShouldHaveFiftyAtMost() {
        IntStream.range(0, 50).forEach(n -> waitFor(bruno, "palabra" + n));
        expectProblem(post(bruno, Map.of("kind", "word", "word", "otra")), 409, "too-many-alerts");
        assertThat(waitFor(bruno, "palabra7").path("word").asString()).isEqualTo("palabra7");
        assertThat(words(bruno)).hasSize(50);
        delete(bruno, id(waitFor(bruno, "palabra7"))).expectStatus().isNoContent();
        waitFor(bruno, "otra");
    }

    @Test
    void whoIsNotInAChatShouldNotWaitThere() {
        var stranger = UUID.randomUUID();
        for (var chat : List.of(plaza.id(), UUID.randomUUID())) {
            for (var alert :
                    List.of(
                            Map.of("kind", "word", "word", "café", "chatId", chat),
                            Map.of("kind", "person", "userId", ana, "chatId", chat),
                            Map.of("kind", "quiet", "quietFor", "PT1H", "chatId", chat))) {
                expectProblem(post(stranger, alert), 404, "chat-not-found");
            }
        }
        assertThat(items(json(get(stranger, "/alerts")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "word, -, -, -, word",
                "word, '', -, -, word",
                "word, ' ', -, -, word",
                "word, ?!, -, -, word",
                "word, café, person, -, userId",
                "word, café, -, PT1H, quietFor",
                "person, -, -, -, userId",
                "person, -, me, -, userId",
                "person, café, person, -, word",
                "person, -, person, PT1H, quietFor",
                "quiet, -, -, -, quietFor",
                "quiet, -, -, soon, quietFor",
                "quiet, -, -, PT9M59S, quietFor",
                "quiet, -, -, P30DT1S, quietFor",
                "quiet, -, -, PT1H0.5S, quietFor",
                "quiet, -, -, -PT1H, quietFor",
                "quiet, café, -, PT1H, word",
                "quiet, -, person, PT1H, userId",
                "-, café, -, -, kind"
            })
    void whatAKindDoesNotHaveShouldBeRefused(
            @Nullable String kind,
            @Nullable String word,
            @Nullable String person,
            @Nullable String quietFor,
            String field) {
        var alert = new HashMap<String, Object>();
        alert.put("kind", kind);
        alert.put("word", word);
        alert.put("userId", person == null ? null : person.equals("me") ? bruno : ana);
        alert.put("quietFor", quietFor);
        alert.put("chatId", plaza.id());
        var problem = json(post(bruno, alert).expectStatus().isBadRequest());
        assertThat(problem.path("type").asString())
                .isEqualTo("urn:tertulia:problem:validation-failed");
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void whatCanNotBeReadOrIsTooLongShouldBeRefused() {
        expectProblem(post(bruno, Map.of("kind", "silence")), 400, "malformed-request");
        expectProblem(
                post(bruno, Map.of("kind", "person", "userId", "ana")), 400, "malformed-request");
        var quiet = Map.of("kind", "quiet", "quietFor", "PT1H");
        expectProblem(post(bruno, quiet), 400, "validation-failed");
        var longest = Map.of("kind", "word", "word", "a".repeat(51));
        expectProblem(post(bruno, longest), 400, "validation-failed");
        waitFor(bruno, "a".repeat(50));
        var swelling = Map.of("kind", "word", "word", "\uFDFA".repeat(50));
        expectProblem(post(bruno, swelling), 400, "validation-failed");
    }
}

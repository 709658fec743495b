package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.scheduler.membership.ChatInATest;
import org.tertulia.scheduler.membership.Memberships;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ana reminds others: who may, when it is made and when it is due, and what comes of it. */
class RemindersForOthersIT extends SchedulerApi {

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private final UUID eva = UUID.randomUUID();
    private final ChatInATest chat = new ChatInATest(ana);

    @Autowired private Memberships memberships;

    @Test
    void aReminderForAPersonShouldFireForThem() {
        publish(chat.created(ChatKind.GROUP, bruno));
        awaitPresent(bruno, true);
        var due = in(Duration.ofHours(1));
        var made = expect(201, post(ana, "", body(person(bruno))));
        assertThat(made.path("audience")).isEqualTo(json(person(bruno)));

        CLOCK.setTo(due);
        var fired = awaitFired(ana, made, due);

        assertThat(fired.path("state").asString()).isEqualTo("completed");
        var event = events(made, 1).getFirst();
        assertThat(event.path("type").asString()).isEqualTo("reminder.fired");
        assertThat(event.path("userId").asString()).isEqualTo(bruno.toString());
        assertThat(event.path("byId").asString()).isEqualTo(ana.toString());
        assertThat(event.has("audienceChatId")).isFalse();
    }

    @Test
    void aReminderForAChatShouldFireForItAndGoOn() {
        publish(chat.created(ChatKind.GROUP, bruno));
        awaitPresent(bruno, true);
        CLOCK.setTo(Instant.parse("2026-12-01T12:00:00Z"));
        var recurrence =
                Map.of("rule", "FREQ=DAILY", "zone", "UTC", "start", "2026-12-02T09:00:00");
        var audience = Map.of("kind", "chat", "chatId", chat.id().toString());
        var body = Map.of("text", "Standup", "recurrence", recurrence, "audience", audience);
        var made = expect(201, post(bruno, "", body));

        var due = Instant.parse("2026-12-02T09:00:00Z");
        CLOCK.setTo(due);
        var fired = awaitFired(bruno, made, due);

        assertThat(fired.path("state").asString()).isEqualTo("waiting");
        assertThat(fired.path("next").asString()).isEqualTo("2026-12-03T09:00:00Z");
        assertThat(fired.path("audience")).isEqualTo(json(audience));
        var event = events(made, 1).getFirst();
        assertThat(event.path("userId").asString()).isEqualTo(bruno.toString());
        assertThat(event.path("byId").asString()).isEqualTo(bruno.toString());
        assertThat(event.path("audienceChatId").asString()).isEqualTo(chat.id().toString());
    }

    @Test
    void onlyItsOwnerMayKnowOfAReminderForAPerson() {
        publish(chat.created(ChatKind.GROUP, bruno));
        awaitPresent(bruno, true);
        var made = expect(201, post(ana, "", body(person(bruno))));

        var path = "/" + id(made);
        expectProblem(get(bruno, path), 404, "not-found");
        expectProblem(patch(bruno, path, Map.of("text", "x")), 404, "not-found");
        expectProblem(post(bruno, path + "/complete"), 404, "not-found");
        expectProblem(delete(bruno, path), 404, "not-found");
        assertThat(expect(200, get(bruno, "")).path("items")).isEmpty();
    }

    @Test
    void aPersonWithWhomNoChatIsSharedShouldNotBeReminded() {
        publish(chat.created(ChatKind.GROUP, bruno));
        awaitPresent(bruno, true);

        refuse(ana, person(eva));
        refuse(eva, person(ana));
        publish(chat.removed(bruno));
        awaitPresent(bruno, false);
        refuse(ana, person(bruno));
    }

    @Test
    void aChatShouldBeRemindedByWhoMayCallEverybodyInIt() {
        publish(chat.created(ChatKind.PUBLIC, bruno, eva), chat.given(eva, ChatRole.ADMIN));
        Awaitility.await().atMost(LIMIT).until(() -> mayCall(eva));

        expect(201, post(ana, "", body(everybody())));
        expect(201, post(eva, "", body(everybody())));
        refuse(bruno, everybody());
        refuse(UUID.randomUUID(), everybody());
        refuse(ana, Map.of("kind", "chat", "chatId", UUID.randomUUID().toString()));
    }

    @Test
    void whoMayNotRemindAnyMoreShouldBeToldAndNobodyReminded() {
        publish(chat.created(ChatKind.PUBLIC, bruno, eva), chat.given(eva, ChatRole.ADMIN));
        Awaitility.await().atMost(LIMIT).until(() -> mayCall(eva));
        var due = in(Duration.ofHours(1));
        var forChat = expect(201, post(eva, "", body(everybody())));
        var forPerson = expect(201, post(ana, "", body(person(bruno))));
        var allowed = expect(201, post(ana, "", body(everybody())));
        publish(chat.given(eva, ChatRole.MEMBER), chat.removed(bruno));
        awaitPresent(bruno, false);

        CLOCK.setTo(due);
        awaitFired(ana, allowed, due);

        assertRefused(eva, forChat);
        assertRefused(ana, forPerson);
        assertThat(events(allowed, 1).getFirst().path("type").asString())
                .isEqualTo("reminder.fired");
    }

    private void assertRefused(UUID owner, JsonNode reminder) {
        var over =
                Awaitility.await()
                        .atMost(LIMIT)
                        .until(
                                () -> read(owner, reminder),
                                it -> it.path("state").asString().equals("completed"));
        assertThat(over.has("next")).isFalse();
        assertThat(over.has("lastFiring")).isFalse();
        assertThat(firings(reminder)).isEmpty();
        var event = events(reminder, 1).getFirst();
        assertThat(event.path("type").asString()).isEqualTo("reminder.refused");
        assertThat(event.path("userId").asString()).isEqualTo(owner.toString());
        assertThat(event.path("text").asString()).isEqualTo("Call Ana");
    }

    @Test
    void oneselfShouldNeedNoChat() {
        for (var audience : List.of(Map.of("kind", "self"), person(ana))) {
            var made = expect(201, post(ana, "", body(audience)));
            assertThat(made.path("audience")).isEqualTo(json(Map.of("kind", "self")));
        }
        var plain = remind(ana, in(Duration.ofHours(1)));
        assertThat(plain.path("audience")).isEqualTo(json(Map.of("kind", "self")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "chat", "self userId", "person chatId", "chat userId"})
    void anAudienceThatIsNotWholeShouldBeRefused(String given) {
        var audience = new HashMap<String, String>();
        for (var word : given.split(" ")) {
            audience.put(
                    audience.isEmpty() ? "kind" : word,
                    audience.isEmpty() ? word : UUID.randomUUID().toString());
        }
        var problem = expectProblem(post(ana, "", body(audience)), 400, "validation-failed");
        assertThat(problem.at("/errors/0/field").asString()).startsWith("audience.");
    }

    @Test
    void anAudienceWithoutAKindShouldBeRefused() {
        expectProblem(post(ana, "", body(Map.of())), 400, "validation-failed");
        var unknown = body(Map.of("kind", "world"));
        expectProblem(post(ana, "", unknown), 400, "malformed-request");
    }

    @Test
    void onlySoManyShouldBeForOthers() {
        publish(chat.created(ChatKind.GROUP, bruno));
        awaitPresent(bruno, true);
        for (int i = 0; i < 50; i++) {
            expect(201, post(ana, "", body(person(bruno))));
        }

        expectProblem(post(ana, "", body(person(bruno))), 409, "too-many-reminders");
        expect(201, post(ana, "", body(Map.of("kind", "self"))));
        expect(201, post(bruno, "", body(person(ana))));
    }

    @Test
    void aRepeatShouldFindWhatItMadeThoughItWouldBeRefusedNow() {
        publish(chat.created(ChatKind.GROUP, bruno));
        awaitPresent(bruno, true);
        var body = body(person(bruno));
        var made = expect(201, wish("k", body));
        publish(chat.removed(bruno));
        awaitPresent(bruno, false);

        assertThat(expect(201, wish("k", body))).isEqualTo(made);
        expectProblem(wish("other", body), 403, "reminder-audience-refused");
    }

    private ResponseSpec wish(String key, Map<String, ?> body) {
        return request(HttpMethod.POST, ana, "")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private void refuse(UUID owner, Map<String, String> audience) {
        expectProblem(post(owner, "", body(audience)), 403, "reminder-audience-refused");
    }

    private static Map<String, ?> body(Map<String, String> audience) {
        var due = in(Duration.ofHours(1)).toString();
        return Map.of("text", "Call Ana", "dueAt", due, "audience", audience);
    }

    private static Map<String, String> person(UUID person) {
        return Map.of("kind", "person", "userId", person.toString());
    }

    private Map<String, String> everybody() {
        return Map.of("kind", "chat", "chatId", chat.id().toString());
    }

    private static JsonNode json(Map<String, String> object) {
        return JsonMapper.builder().build().valueToTree(object);
    }

    private static void publish(ChatEvent... events) {
        for (var event : events) {
            TestEvents.publish(Topics.CHAT_EVENTS, event);
        }
    }

    private void awaitPresent(UUID person, boolean present) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () ->
                                memberships
                                                .isPresent(
                                                        new ChatId(chat.id()), new UserId(person))
                                                .block(LIMIT)
                                        == present);
    }

    private boolean mayCall(UUID person) {
        return memberships.mayCallEverybody(new ChatId(chat.id()), new UserId(person)).block(LIMIT);
    }
}

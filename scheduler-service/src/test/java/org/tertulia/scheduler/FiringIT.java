package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Time passes: what fires, when, and how often. */
class FiringIT extends SchedulerApi {

    private final UUID ana = UUID.randomUUID();

    @Test
    void aReminderShouldFireWhenItIsDue() {
        var chat = "019a0000-0000-7000-8000-000000000001";
        var due = in(Duration.ofHours(1));
        var body =
                Map.of("text", "Call Ana", "dueAt", due.toString(), "chatId", chat, "message", 7);
        var made = expect(201, post(ana, "", body));
        CLOCK.advance(Duration.ofMinutes(59));
        assertThat(read(ana, made)).isEqualTo(made);

        CLOCK.advance(Duration.ofMinutes(1));
        var fired = awaitFired(ana, made, due);

        assertThat(fired.path("state").asString()).isEqualTo("fired");
        assertThat(fired.has("next")).isFalse();
        assertThat(fired.path("version").asInt()).isEqualTo(2);
        assertThat(fired.at("/lastFiring/firedAt").asString()).isEqualTo(due.toString());
        var event = events(made, 1).getFirst();
        assertThat(event.path("type").asString()).isEqualTo("reminder.fired");
        assertThat(event.path("userId").asString()).isEqualTo(ana.toString());
        assertThat(event.path("firingId")).isEqualTo(fired.at("/lastFiring/id"));
        assertThat(event.path("text").asString()).isEqualTo("Call Ana");
        assertThat(event.path("chatId").asString()).isEqualTo(chat);
        assertThat(event.path("message").asInt()).isEqualTo(7);
        assertThat(event.path("dueAt").asString()).isEqualTo(due.toString());
    }

    @Test
    void aReminderShouldFireAgainWhenItIsSnoozed() {
        var due = in(Duration.ofHours(1));
        var made = fired(due);

        var snoozed = expect(200, post(ana, "/" + id(made) + "/snooze", Map.of("minutes", 10)));
        assertThat(snoozed.path("state").asString()).isEqualTo("waiting");
        CLOCK.advance(Duration.ofMinutes(10));
        awaitFired(ana, made, due.plus(Duration.ofMinutes(10)));

        var events = events(made, 3);
        assertThat(types(events))
                .containsExactly("reminder.fired", "reminder.settled", "reminder.fired");
        assertThat(events.get(1).path("firingId")).isEqualTo(events.getFirst().path("firingId"));
        assertThat(events.getLast().path("firingId"))
                .isNotEqualTo(events.getFirst().path("firingId"));
    }

    @Test
    void whatHasFiredShouldBeSettledWhenItIsCompletedDeletedOrTimed() {
        var completed = fired(in(Duration.ofHours(1)));
        var deleted = fired(in(Duration.ofHours(1)));
        var timed = fired(in(Duration.ofHours(1)));
        var said = fired(in(Duration.ofHours(1)));

        expect(200, post(ana, "/" + id(completed) + "/complete"));
        delete(ana, "/" + id(deleted)).expectStatus().isNoContent();
        var due = Map.of("dueAt", in(Duration.ofHours(1)).toString());
        assertThat(expect(200, patch(ana, "/" + id(timed), due)).path("state").asString())
                .isEqualTo("waiting");
        var text = Map.of("text", "Call Bruno");
        assertThat(expect(200, patch(ana, "/" + id(said), text)).path("state").asString())
                .isEqualTo("fired");

        for (var reminder : List.of(completed, deleted, timed)) {
            assertThat(types(events(reminder, 2)))
                    .containsExactly("reminder.fired", "reminder.settled");
        }
        assertThat(types(events(said, 1))).containsExactly("reminder.fired");
    }

    @Test
    void whatRecursShouldGoOnWhetherItIsSeenToOrNot() {
        CLOCK.setTo(Instant.parse("2026-12-01T12:00:00Z"));
        var made = remind(ana, "FREQ=DAILY;COUNT=3", "UTC", "2026-12-02T09:00:00");
        var second = Instant.parse("2026-12-03T09:00:00Z");

        CLOCK.setTo(second.minus(Duration.ofDays(1)));
        var fired = awaitFired(ana, made, CLOCK.instant());
        assertThat(fired.path("next").asString()).isEqualTo(second.toString());
        var seen = expect(200, post(ana, "/" + id(made) + "/complete"));
        assertThat(seen.path("state").asString()).isEqualTo("waiting");
        assertThat(seen.path("next").asString()).isEqualTo(second.toString());
        assertThat(expect(200, post(ana, "/" + id(made) + "/complete"))).isEqualTo(seen);

        CLOCK.setTo(second);
        awaitFired(ana, made, second);
        CLOCK.setTo(second.plus(Duration.ofDays(1)));
        var last = awaitFired(ana, made, CLOCK.instant());
        assertThat(last.path("state").asString()).isEqualTo("fired");
        assertThat(last.has("next")).isFalse();
        var over = expect(200, post(ana, "/" + id(made) + "/complete"));
        assertThat(over.path("state").asString()).isEqualTo("completed");
        assertThat(firings(made)).hasSize(3);
    }

    @Test
    void aSnoozeOfWhatRecursShouldNotDisturbItsRhythm() {
        CLOCK.setTo(Instant.parse("2026-12-01T12:00:00Z"));
        var made = remind(ana, "FREQ=DAILY", "UTC", "2026-12-02T09:00:00");
        var first = Instant.parse("2026-12-02T09:00:00Z");
        CLOCK.setTo(first);
        awaitFired(ana, made, first);
        expect(200, post(ana, "/" + id(made) + "/snooze", Map.of("minutes", 10)));

        CLOCK.setTo(first.plus(Duration.ofMinutes(10)));
        var again = awaitFired(ana, made, first.plus(Duration.ofMinutes(10)));
        assertThat(again.path("next").asString()).isEqualTo("2026-12-03T09:00:00Z");

        var over =
                expect(200, post(ana, "/" + id(made) + "/snooze", Map.of("minutes", 2 * 24 * 60)));
        assertThat(over.path("next").asString()).isEqualTo("2026-12-03T09:00:00Z");
        CLOCK.setTo(first.plus(Duration.ofDays(1)));
        var regular = awaitFired(ana, made, first.plus(Duration.ofDays(1)));
        assertThat(regular.has("snoozedUntil")).isFalse();
        assertThat(regular.path("next").asString()).isEqualTo("2026-12-04T09:00:00Z");
    }

    @Test
    void lateOnesShouldFireOrBeSkippedAsTheySay() {
        CLOCK.setTo(Instant.parse("2026-12-01T12:00:00Z"));
        var late = remind(ana, "FREQ=DAILY", "UTC", "2026-12-02T09:00:00", "fire");
        var skipped = remind(ana, "FREQ=DAILY", "UTC", "2026-12-02T09:00:00", "skip");
        var onTime = remind(ana, "FREQ=DAILY", "UTC", "2026-12-02T08:20:00", "skip");
        var due = Instant.parse("2026-12-02T09:00:00Z").toString();
        var onceSkipped =
                expect(201, post(ana, "", Map.of("text", "x", "dueAt", due, "ifLate", "skip")));
        var onceLate = expect(201, post(ana, "", Map.of("text", "x", "dueAt", due)));

        CLOCK.setTo(Instant.parse("2026-12-08T08:30:00Z"));
        awaitFired(ana, late, Instant.parse(due));
        awaitFired(ana, onceLate, Instant.parse(due));
        var recent = awaitFired(ana, onTime, Instant.parse("2026-12-08T08:20:00Z"));
        assertThat(recent.path("next").asString()).isEqualTo("2026-12-09T08:20:00Z");

        var passed = awaitVersion(skipped, 2);
        assertThat(passed.path("state").asString()).isEqualTo("waiting");
        assertThat(passed.has("lastFiring")).isFalse();
        assertThat(passed.path("next").asString()).isEqualTo("2026-12-08T09:00:00Z");
        assertThat(awaitVersion(onceSkipped, 2).path("state").asString()).isEqualTo("completed");
        assertThat(read(ana, late).path("next").asString()).isEqualTo("2026-12-08T09:00:00Z");
        for (var one : List.of(late, onceLate, onTime)) {
            assertThat(firings(one)).hasSize(1);
        }
    }

    @Test
    void whatRecursShouldFollowTheClocksOfItsZone() {
        CLOCK.setTo(Instant.parse("2027-03-26T12:00:00Z"));
        var morning = remind(ana, "FREQ=DAILY", "Europe/Madrid", "2027-03-27T09:00:00");
        var gap = remind(ana, "FREQ=DAILY", "Europe/Madrid", "2027-03-27T02:30:00");
        through(gap, "2027-03-27T01:30:00Z");
        through(morning, "2027-03-27T08:00:00Z");
        // 02:30 is left out that night: the first moment after the gap is 03:00.
        through(gap, "2027-03-28T01:00:00Z");
        through(morning, "2027-03-28T07:00:00Z");
        through(gap, "2027-03-29T00:30:00Z");
        through(morning, "2027-03-29T07:00:00Z");
        assertThat(firings(gap)).hasSize(3);
        assertThat(firings(morning)).hasSize(3);
    }

    @Test
    void aLocalTimeThatComesTwiceShouldFireOnce() {
        CLOCK.setTo(Instant.parse("2027-10-29T12:00:00Z"));
        var twice = remind(ana, "FREQ=DAILY", "Europe/Madrid", "2027-10-30T02:30:00");
        through(twice, "2027-10-30T00:30:00Z", "2027-10-31T00:30:00Z", "2027-11-01T01:30:00Z");
        assertThat(firings(twice)).hasSize(3);
    }

    @Test
    void aSnoozeAndAFiringAtTheSameTimeShouldBothCount() {
        var due = in(Duration.ofHours(1));
        var until = in(Duration.ofHours(3)).toString();
        var made = new ArrayList<JsonNode>();
        for (int i = 0; i < 100; i++) {
            made.add(remind(ana, due));
        }
        var snoozes =
                Flux.fromIterable(made)
                        .parallel(8)
                        .runOn(Schedulers.boundedElastic())
                        .map(it -> snooze(it, until));
        CLOCK.setTo(due);
        var snoozed = snoozes.sequential().collectList().block(LIMIT);

        assertThat(snoozed).hasSize(made.size());
        for (var one : made) {
            var now = read(ana, one);
            var told = firings(one).size();
            assertThat(now.path("next").asString()).isEqualTo(until);
            assertThat(now.path("state").asString()).isEqualTo("waiting");
            assertThat(now.path("version").asInt()).isEqualTo(2 + told);
        }
        CLOCK.setTo(Instant.parse(until));
        made.forEach(one -> awaitFired(ana, one, Instant.parse(until)));
    }

    private JsonNode snooze(JsonNode reminder, String until) {
        return expect(
                200,
                request(HttpMethod.POST, ana, "/" + id(reminder) + "/snooze")
                        .bodyValue(Map.of("until", until))
                        .exchange());
    }

    private JsonNode fired(Instant due) {
        var made = remind(ana, due);
        CLOCK.setTo(due);
        return awaitFired(ana, made, due);
    }

    private void through(JsonNode reminder, String... dues) {
        for (var due : dues) {
            CLOCK.setTo(Instant.parse(due));
            awaitFired(ana, reminder, Instant.parse(due));
        }
    }

    private JsonNode awaitVersion(JsonNode reminder, int version) {
        return Awaitility.await()
                .atMost(LIMIT)
                .until(() -> read(ana, reminder), it -> it.path("version").asInt() == version);
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asString()).toList();
    }
}

package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What people do with their reminders, and what nobody else can. */
class ReminderIT extends SchedulerApi {

    private static final String CHAT = "019a0000-0000-7000-8000-000000000001";

    private final UUID ana = UUID.randomUUID();

    @Test
    void createShouldAnswerWithTheReminder() {
        var due = in(Duration.ofHours(1));
        var body =
                Map.of(
                        "text",
                        " Call\r\nBruno ",
                        "dueAt",
                        due.toString(),
                        "zone",
                        "Europe/Madrid",
                        "chatId",
                        CHAT,
                        "message",
                        7,
                        "ifLate",
                        "skip");
        var response = post(ana, "", body);
        var made = expect(201, response);

        response.expectHeader().valueEquals(HttpHeaders.LOCATION, PATH + "/" + id(made));
        response.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        assertThat(made.path("text").asString()).isEqualTo("Call\nBruno");
        assertThat(made.path("next").asString()).isEqualTo(due.toString());
        assertThat(made.path("zone").asString()).isEqualTo("Europe/Madrid");
        assertThat(made.path("chatId").asString()).isEqualTo(CHAT);
        assertThat(made.path("message").asInt()).isEqualTo(7);
        assertThat(made.path("ifLate").asString()).isEqualTo("skip");
        assertThat(made.path("state").asString()).isEqualTo("waiting");
        assertThat(made.has("recurrence")).isFalse();
        assertThat(made.has("lastFiring")).isFalse();
        assertThat(read(ana, made)).isEqualTo(made);
    }

    @Test
    void createShouldTakeTimesWithAnOffset() {
        var body = Map.of("text", "x", "dueAt", "2027-01-04T09:00:00+01:00");
        assertThat(expect(201, post(ana, "", body)).path("next").asString())
                .isEqualTo("2027-01-04T08:00:00Z");
    }

    @Test
    void createShouldFindTheNextOccurrenceOfARule() {
        CLOCK.setTo(Instant.parse("2026-12-01T12:00:00Z"));
        var made = remind(ana, "FREQ=WEEKLY;BYDAY=MO", "Europe/Madrid", "2026-11-02T09:00:00");

        assertThat(made.path("next").asString()).isEqualTo("2026-12-07T08:00:00Z");
        assertThat(made.path("zone").asString()).isEqualTo("Europe/Madrid");
        assertThat(made.at("/recurrence/rule").asString()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
        assertThat(made.at("/recurrence/zone").asString()).isEqualTo("Europe/Madrid");
        assertThat(made.at("/recurrence/start").asString()).isEqualTo("2026-11-02T09:00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "'', text",
        "' \u200b ', text",
        "'\u0007', text",
    })
    void badTextsShouldBeRefused(String text, String field) {
        var body = Map.of("text", text, "dueAt", in(Duration.ofHours(1)).toString());
        refused(post(ana, "", body), field);
    }

    @Test
    void textsShouldBeMeasuredInGraphemes() {
        var due = in(Duration.ofHours(1)).toString();
        expect(201, post(ana, "", Map.of("text", "👩‍👩‍👧".repeat(500), "dueAt", due)));
        refused(post(ana, "", Map.of("text", "a".repeat(501), "dueAt", due)), "text");
    }

    @Test
    void timesThatAreNotToComeShouldBeRefused() {
        for (var due : List.of(now(), in(Duration.ofHours(-1)), in(Duration.ofDays(3660)))) {
            refused(post(ana, "", Map.of("text", "x", "dueAt", due.toString())), "dueAt");
        }
        refused(post(ana, "", Map.of("text", "x")), "dueAt");
        var both = recurring("FREQ=DAILY", "UTC", now().toString().substring(0, 19));
        both.put("dueAt", in(Duration.ofHours(1)).toString());
        refused(post(ana, "", both), "dueAt");
        expectProblem(
                post(ana, "", Map.of("text", "x", "dueAt", "tomorrow")), 400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                           | UTC           | 2026-12-01T09:00:00 | recurrence.rule",
                "FREQ=MINUTELY                      | UTC           | 2026-12-01T09:00:00 | recurrence.rule",
                "FREQ=HOURLY;BYMINUTE=0,30          | UTC           | 2026-12-01T09:00:00 | recurrence.rule",
                "FREQ=DAILY;UNTIL=20261202T000000Z  | UTC           | 2026-11-01T09:00:00 | recurrence.rule",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30| UTC           | 2026-12-01T09:00:00 | recurrence.rule",
                "FREQ=DAILY                         | Europe/Madris | 2026-12-01T09:00:00 | recurrence.zone",
                "FREQ=DAILY                         | +02:00        | 2026-12-01T09:00:00 | recurrence.zone",
                "FREQ=DAILY                         | UTC           | 1999-12-01T09:00:00 | recurrence.start",
            })
    void badRecurrencesShouldBeRefused(String rule, String zone, String start, String field) {
        CLOCK.setTo(Instant.parse("2026-12-03T12:00:00Z"));
        refused(post(ana, "", recurring(rule, zone, start)), field);
    }

    @Test
    void otherBadValuesShouldBeRefused() {
        var good = Map.of("text", "x", "dueAt", in(Duration.ofHours(1)).toString());
        refused(post(ana, "", with(good, "message", 7)), "chatId");
        refused(post(ana, "", with(with(good, "chatId", CHAT), "message", 0)), "message");
        refused(post(ana, "", with(good, "zone", "Atlantis")), "zone");
        var other =
                with(recurring("FREQ=DAILY", "UTC", "2027-01-01T09:00:00"), "zone", "Asia/Tokyo");
        refused(post(ana, "", other), "zone");
        expectProblem(post(ana, "", with(good, "ifLate", "never")), 400, "malformed-request");
        expectProblem(get(ana, "/not-an-id"), 400, "malformed-request");
    }

    @Test
    void aRepeatWithTheSameKeyShouldGetTheFirstReminder() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("text", "x", "dueAt", in(Duration.ofHours(1)).toString());
        var first = expect(201, keyed(ana, key, body));

        assertThat(expect(201, keyed(ana, key, body))).isEqualTo(first);
        assertThat(id(expect(201, keyed(UUID.randomUUID(), key, body)))).isNotEqualTo(id(first));
        expectProblem(keyed(ana, key, with(body, "text", "y")), 422, "idempotency-key-reused");
        refused(keyed(ana, "k".repeat(256), body), "Idempotency-Key");
        delete(ana, "/" + id(first)).expectStatus().isNoContent();
        expectProblem(keyed(ana, key, body), 404, "not-found");

        CLOCK.advance(Duration.ofHours(25));
        var later = Map.of("text", "z", "dueAt", in(Duration.ofHours(1)).toString());
        assertThat(id(expect(201, keyed(ana, key, later)))).isNotEqualTo(id(first));
    }

    @Test
    void onlySoManyShouldBeActive() {
        insertActive(ana, 499);
        var last = remind(ana, in(Duration.ofHours(1)));
        var body = Map.of("text", "x", "dueAt", in(Duration.ofHours(1)).toString());
        expectProblem(post(ana, "", body), 409, "too-many-reminders");
        expect(200, post(ana, "/" + id(last) + "/complete"));
        expect(201, post(ana, "", body));
    }

    @Test
    void listsShouldComeInPagesAndWhatWaitsAsItIsDue() {
        var made = new ArrayList<String>();
        for (int hours : List.of(3, 1, 2, 1, 4)) {
            made.addFirst(id(remind(ana, in(Duration.ofHours(hours)))));
        }
        remind(UUID.randomUUID(), in(Duration.ofHours(1)));
        expect(200, post(ana, "/" + made.getFirst() + "/complete"));

        assertThat(pages(ana, "")).isEqualTo(made);
        assertThat(pages(ana, "&state=waiting"))
                .containsExactly(made.get(3), made.get(1), made.get(2), made.get(4));
        assertThat(pages(ana, "&state=completed")).containsExactly(made.getFirst());
        assertThat(pages(ana, "&state=fired")).isEmpty();
        refused(get(ana, "?state=asleep"), "state");
        refused(get(ana, "?limit=101"), "limit");
        expectProblem(get(ana, "?cursor=abc"), 400, "malformed-request");
        expectProblem(get(ana, "?state=waiting&cursor=abc"), 400, "malformed-request");
    }

    @Test
    void changeShouldKeepWhatIsAbsent() {
        var made = remind(ana, in(Duration.ofHours(1)));
        var path = "/" + id(made);

        var said = expect(200, patch(ana, path, Map.of("text", "Call Bruno")));
        assertThat(said.path("text").asString()).isEqualTo("Call Bruno");
        assertThat(said.path("next")).isEqualTo(made.path("next"));
        assertThat(said.path("version").asInt()).isEqualTo(2);

        var due = in(Duration.ofHours(2)).toString();
        var timed = expect(200, patch(ana, path, Map.of("dueAt", due, "zone", "Asia/Tokyo")));
        assertThat(timed.path("next").asString()).isEqualTo(due);
        assertThat(timed.path("zone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(timed.path("text").asString()).isEqualTo("Call Bruno");

        assertThat(expect(200, patch(ana, path, Map.of("dueAt", due)))).isEqualTo(timed);
        assertThat(expect(200, patch(ana, path, Map.of()))).isEqualTo(timed);
        refused(patch(ana, path, Map.of("text", " ")), "text");
        refused(patch(ana, path, Map.of("dueAt", "2020-01-01T00:00:00Z")), "dueAt");
    }

    @Test
    void changeShouldMoveARecurrenceToAnotherZone() {
        CLOCK.setTo(Instant.parse("2026-12-01T12:00:00Z"));
        var made = remind(ana, "FREQ=DAILY", "Europe/Madrid", "2026-11-02T09:00:00");
        var path = "/" + id(made);

        var moved = expect(200, patch(ana, path, Map.of("zone", "America/Lima")));
        assertThat(moved.path("next").asString()).isEqualTo("2026-12-01T14:00:00Z");
        assertThat(moved.at("/recurrence/zone").asString()).isEqualTo("America/Lima");

        var once = expect(200, patch(ana, path, Map.of("dueAt", "2026-12-05T10:00:00Z")));
        assertThat(once.has("recurrence")).isFalse();
        assertThat(once.path("zone").asString()).isEqualTo("America/Lima");
        assertThat(once.path("next").asString()).isEqualTo("2026-12-05T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "POST /snooze", "POST /skip", "POST /complete", "DELETE"})
    void anotherVersionShouldFailThePrecondition(String line) {
        var made = remind(ana, "FREQ=DAILY", "UTC", now().toString().substring(0, 19));
        var parts = line.split(" ", -1);
        var path = "/" + id(made) + (parts.length > 1 ? parts[1] : "");
        var request =
                request(HttpMethod.valueOf(parts[0]), ana, path)
                        .header(HttpHeaders.IF_MATCH, "\"7\"");
        expectProblem(
                request.bodyValue(Map.of("text", "x", "minutes", 5)).exchange(),
                412,
                "precondition-failed");
        assertThat(read(ana, made)).isEqualTo(made);
    }

    @Test
    void othersShouldFindNothing() {
        var made = remind(ana, in(Duration.ofHours(1)));
        var path = "/" + id(made);
        var bruno = UUID.randomUUID();

        expectProblem(get(bruno, path), 404, "not-found");
        expectProblem(patch(bruno, path, Map.of("text", "x")), 404, "not-found");
        expectProblem(post(bruno, path + "/snooze", Map.of("minutes", 5)), 404, "not-found");
        expectProblem(post(bruno, path + "/skip"), 404, "not-found");
        expectProblem(post(bruno, path + "/complete"), 404, "not-found");
        expectProblem(delete(bruno, path), 404, "not-found");
        assertThat(pages(bruno, "")).isEmpty();
        assertThat(read(ana, made)).isEqualTo(made);
    }

    @Test
    void snoozeBeforeTheTimeShouldPutOff() {
        var made = remind(ana, in(Duration.ofHours(1)));
        var path = "/" + id(made) + "/snooze";

        var later = expect(200, post(ana, path, Map.of("minutes", 90)));
        assertThat(later.path("next").asString()).isEqualTo(in(Duration.ofMinutes(90)).toString());
        var until = in(Duration.ofHours(5)).toString();
        assertThat(expect(200, post(ana, path, Map.of("until", until))).path("next").asString())
                .isEqualTo(until);
        refused(post(ana, path, Map.of()), "until");
        refused(post(ana, path, Map.of("until", until, "minutes", 5)), "until");
        refused(post(ana, path, Map.of("minutes", 0)), "minutes");
        refused(post(ana, path, Map.of("until", "2020-01-01T00:00:00Z")), "until");
    }

    @Test
    void skipShouldLeaveOneOccurrenceOut() {
        CLOCK.setTo(Instant.parse("2026-12-01T12:00:00Z"));
        var made = remind(ana, "FREQ=DAILY;COUNT=32", "UTC", "2026-11-02T09:00:00");
        var path = "/" + id(made) + "/skip";

        assertThat(made.path("next").asString()).isEqualTo("2026-12-02T09:00:00Z");
        var skipped = expect(200, post(ana, path));
        assertThat(skipped.path("next").asString()).isEqualTo("2026-12-03T09:00:00Z");
        var over = expect(200, post(ana, path));
        assertThat(over.path("state").asString()).isEqualTo("completed");
        assertThat(over.has("next")).isFalse();
        expectProblem(post(ana, path), 409, "reminder-completed");
        expectProblem(
                post(ana, "/" + id(remind(ana, in(Duration.ofHours(1)))) + "/skip"),
                409,
                "not-recurring");
    }

    @Test
    void whatIsCompletedShouldStaySo() {
        var made = remind(ana, in(Duration.ofHours(1)));
        var path = "/" + id(made);
        var completed = expect(200, post(ana, path + "/complete"));

        assertThat(completed.path("state").asString()).isEqualTo("completed");
        assertThat(completed.has("next")).isFalse();
        assertThat(expect(200, post(ana, path + "/complete"))).isEqualTo(completed);
        expectProblem(patch(ana, path, Map.of("text", "x")), 409, "reminder-completed");
        expectProblem(post(ana, path + "/snooze", Map.of("minutes", 5)), 409, "reminder-completed");
        delete(ana, path).expectStatus().isNoContent();
        expectProblem(get(ana, path), 404, "not-found");
    }

    private static void refused(ResponseSpec response, String field) {
        var problem = expectProblem(response, 400, "validation-failed");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    private ResponseSpec keyed(UUID person, String key, Map<String, ?> body) {
        return request(HttpMethod.POST, person, "")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private static Map<String, Object> recurring(String rule, String zone, String start) {
        var body = new HashMap<String, Object>();
        body.put("text", "x");
        body.put("recurrence", Map.of("rule", rule, "zone", zone, "start", start));
        return body;
    }

    private static Map<String, Object> with(Map<String, ?> body, String key, Object value) {
        var more = new HashMap<String, Object>(body);
        more.put(key, value);
        return more;
    }

    private List<String> pages(UUID person, String filter) {
        var ids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = expect(200, get(person, "?limit=2" + filter + cursor));
            page.path("items").forEach(item -> ids.add(id(item)));
            var next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return ids;
    }

    private void insertActive(UUID person, int count) {
        database.sql(
                        """
                        insert into reminders (reminder_id, user_id, text, zone, if_late, state, regular_at, version,
                            created_at, changed_at)
                        select uuidv7(), :person, 'x', 'UTC', 'fire', 'waiting', now() + interval '9 years', 1, now(), now()
                        from generate_series(1, :count)
                        """)
                .bind("person", person)
                .bind("count", count)
                .then()
                .block(LIMIT);
    }
}

package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Summary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Ana's reminders as a calendar that other programs subscribe to. */
class FeedIT extends SchedulerApi {

    private static final String FEED = "/feed";

    private final UUID ana = UUID.randomUUID();

    @BeforeEach
    void itIsNovember() {
        CLOCK.setTo(Instant.parse("2026-11-02T12:00:00Z"));
    }

    @Test
    void theAddressShouldBeToldOnceAndNotKept() {
        var made = expect(201, post(ana, FEED));
        var url = made.path("url").asString();
        assertThat(url).matches("/api/v1/reminders/feed/[A-Za-z0-9_-]{43}\\.ics");
        assertThat(made.path("createdAt").asString()).isEqualTo("2026-11-02T12:00:00Z");

        var read = expect(200, get(ana, FEED));
        assertThat(read.has("url")).isFalse();
        assertThat(read.path("createdAt")).isEqualTo(made.path("createdAt"));
        var secret = url.substring(url.lastIndexOf('/') + 1, url.lastIndexOf('.'));
        var kept =
                database.sql("select f::text from calendar_feeds f where user_id = :ana")
                        .bind("ana", ana)
                        .mapValue(String.class)
                        .one()
                        .block(LIMIT);
        assertThat(kept).doesNotContain(secret);
    }

    @Test
    void aNewAddressShouldReplaceTheOneBefore() {
        var before = feed();
        var after = feed();

        expectProblem(fetch(before), 404, "not-found");
        fetch(after).expectStatus().isOk();
        delete(ana, FEED).expectStatus().isNoContent();
        delete(ana, FEED).expectStatus().isNoContent();
        expectProblem(fetch(after), 404, "not-found");
        expectProblem(get(ana, FEED), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ñ"})
    void anUnknownAddressShouldLeadNowhere(String token) {
        expectProblem(fetch("/api/v1/reminders/feed/%s.ics".formatted(token)), 404, "not-found");
    }

    @Test
    void theFileShouldBeACalendarThatNobodyElseKeeps() {
        var answer = fetch(feed()).expectStatus().isOk();
        answer.expectHeader().contentType("text/calendar;charset=utf-8");
        answer.expectHeader()
                .value(
                        HttpHeaders.CACHE_CONTROL,
                        it -> assertThat(it).contains("private", "no-cache"));
        var text = text(answer);
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(parsed(text).<VEvent>getComponents("VEVENT")).isEmpty();
    }

    @Test
    void itShouldBeSentAgainOnlyWhenARemindersChanges() {
        var url = feed();
        var reminder = remind(ana, in(Duration.ofHours(1)));
        var tag = tag(fetch(url));

        assertThat(tag(fetch(url))).isEqualTo(tag);
        var same =
                client.get().uri(url).header(HttpHeaders.IF_NONE_MATCH, "\"x\", " + tag).exchange();
        same.expectStatus().isNotModified().expectBody().isEmpty();
        expect(200, patch(ana, "/" + id(reminder), Map.of("text", "Call Bruno")));
        var other = client.get().uri(url).header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
        assertThat(text(other.expectStatus().isOk())).contains("SUMMARY:Call Bruno\r\n");
        assertThat(tag(fetch(url))).isNotEqualTo(tag);
        client.head().uri(url).exchange().expectStatus().isOk();
    }

    @Test
    void anEventShouldSayWhatAndWhen() {
        var said = "Comprar: pan, queso; y \\ 🌱\nen la plaza " + "muy ".repeat(40) + "lejos";
        var due = in(Duration.ofDays(3));
        var made = expect(201, post(ana, "", Map.of("text", said, "dueAt", due.toString())));

        var event = event(calendar(), made);
        assertThat(event.<Summary>getProperty("SUMMARY").orElseThrow().getValue()).isEqualTo(said);
        assertThat(instant(event.<Temporal>getStartDate().orElseThrow().getDate())).isEqualTo(due);
        assertThat(event.getProperties("RRULE")).isEmpty();
    }

    /** In no zone whose clock changes on a second Sunday, which that library takes for the first from the 2nd on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY|Europe/Madrid|2026-11-01T09:00:00",
                "FREQ=DAILY;COUNT=200|Europe/Lisbon|2026-11-03T09:00:00",
                "FREQ=DAILY;UNTIL=20270601T000000Z|Europe/Madrid|2026-11-03T09:00:00",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU|Europe/Madrid|2026-10-13T15:00:00",
                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR|Australia/Lord_Howe|2026-11-03T09:30:00",
                "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1|Europe/Madrid|2026-11-03T20:00:00",
                "FREQ=MONTHLY;BYDAY=-1FR|Asia/Kolkata|2026-11-03T10:00:00",
                "FREQ=YEARLY|Africa/Casablanca|2026-11-20T12:00:00",
                "FREQ=HOURLY;INTERVAL=6|Europe/Madrid|2026-11-03T00:30:00",
                "FREQ=HOURLY;INTERVAL=5|Europe/Madrid|2026-11-03T04:00:00",
                "FREQ=DAILY|UTC|2026-11-03T09:00:00"
            })
    void anotherLibraryShouldReadTheTimesAtWhichItFires(String given) {
        var parts = given.split("\\|");
        var made = remind(ana, parts[0], parts[1], parts[2]);
        var calendar = calendar();
        var zones = calendar.<VTimeZone>getComponents("VTIMEZONE");
        assertThat(zones).hasSize(parts[1].equals("UTC") ? 0 : 1);

        var theirs = occurrences(event(calendar, made)).stream().limit(60).toList();
        assertThat(theirs).isNotEmpty().containsExactlyElementsOf(ours(made, theirs.size()));
    }

    @Test
    void whatIsSkippedOrPutOffShouldBeSoInTheCalendar() {
        var made = remind(ana, "FREQ=DAILY", "Europe/Madrid", "2026-11-03T09:00:00");
        expect(200, post(ana, "/" + id(made) + "/skip"));
        expect(200, post(ana, "/" + id(made) + "/snooze", Map.of("until", "2026-11-07T10:00:00Z")));

        var calendar = calendar();
        assertThat(occurrences(event(calendar, made)))
                .startsWith(
                        Instant.parse("2026-11-05T08:00:00Z"),
                        Instant.parse("2026-11-06T08:00:00Z"));
        var later = event(calendar, id(made) + "-later");
        assertThat(occurrences(later)).containsExactly(Instant.parse("2026-11-07T10:00:00Z"));
    }

    @Test
    void onlyWhatIsToComeOfTheirOwnShouldBeInIt() {
        var completed = remind(ana, in(Duration.ofHours(1)));
        expect(200, post(ana, "/" + id(completed) + "/complete"));
        var others = remind(UUID.randomUUID(), in(Duration.ofHours(1)));
        var waiting = remind(ana, in(Duration.ofHours(1)));

        assertThat(calendar().<VEvent>getComponents("VEVENT"))
                .extracting(it -> it.getUid().orElseThrow().getValue())
                .containsExactly(id(waiting) + "@tertulia")
                .doesNotContain(id(others) + "@tertulia");
    }

    /** The times at which it fires, as time goes by. */
    private List<Instant> ours(JsonNode reminder, int count) {
        var times = new TreeSet<Instant>();
        var next = reminder;
        while (times.size() < count) {
            times.add(Instant.parse(next.path("next").asString()));
            if (times.size() < count) {
                next = expect(200, post(ana, "/" + id(reminder) + "/skip"));
            }
        }
        return List.copyOf(times);
    }

    private String feed() {
        return expect(201, post(ana, FEED)).path("url").asString();
    }

    /** As a calendar program would: without a token. */
    private ResponseSpec fetch(String url) {
        return client.method(HttpMethod.GET).uri(url).exchange();
    }

    private static String text(ResponseSpec answer) {
        var body = answer.expectBody(String.class).returnResult().getResponseBody();
        return Objects.requireNonNull(body);
    }

    private static String tag(ResponseSpec answer) {
        var headers = answer.expectStatus().isOk().expectBody().returnResult().getResponseHeaders();
        return Objects.requireNonNull(headers.getETag());
    }

    private Calendar calendar() {
        return parsed(text(fetch(feed()).expectStatus().isOk()));
    }

    private static Calendar parsed(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (Exception unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    private static VEvent event(Calendar calendar, JsonNode reminder) {
        return event(calendar, id(reminder));
    }

    private static VEvent event(Calendar calendar, String name) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .filter(it -> it.getUid().orElseThrow().getValue().equals(name + "@tertulia"))
                .findFirst()
                .orElseThrow();
    }

    private static SortedSet<Instant> occurrences(VEvent event) {
        var period =
                new Period<>(
                        ZonedDateTime.parse("2026-11-01T00:00:00Z"),
                        ZonedDateTime.parse("2028-11-01T00:00:00Z"));
        var found = new TreeSet<Instant>();
        event.calculateRecurrenceSet(period).forEach(it -> found.add(instant(it.getStart())));
        return found;
    }

    private static Instant instant(Temporal time) {
        return Instant.from(time);
    }
}

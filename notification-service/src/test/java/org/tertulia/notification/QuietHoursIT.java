package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.notification.quiet.QuietHours;
import org.tertulia.starter.id.UserId;

/** People choose when they are not disturbed, and whatever reaches out to them can ask. */
class QuietHoursIT extends NotificationApi {

    private static final List<String> EACH_DAY = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Instant MONDAY_NIGHT = Instant.parse("2026-11-02T23:30:00Z");

    @Autowired QuietHours hours;

    private final UUID ana = UUID.randomUUID();

    private static Map<String, Object> nights() {
        return new HashMap<>(
                Map.of(
                        "enabled", true,
                        "from", "23:00",
                        "to", "07:30",
                        "days", List.of("SU", "MO", "MO"),
                        "zone", "Europe/Madrid"));
    }

    private ResponseSpec put(UUID person, Map<String, ?> body) {
        return send(HttpMethod.PUT, person, "/quiet-hours", body);
    }

    private @Nullable Instant endOf(UUID person) {
        return hours.endOf(new UserId(person), MONDAY_NIGHT).block(LIMIT);
    }

    @Test
    void whoHasChosenNothingShouldNeverBeQuiet() {
        var shown = json(get(ana, "/quiet-hours").expectStatus().isOk());
        assertThat(shown.path("enabled").asBoolean()).isFalse();
        assertThat(shown.path("from").asString()).isEqualTo("22:00");
        assertThat(shown.path("to").asString()).isEqualTo("08:00");
        assertThat(shown.path("days").valueStream().map(it -> it.asString()))
                .containsExactlyElementsOf(EACH_DAY);
        assertThat(shown.path("zone").asString()).isEqualTo("UTC");
        assertThat(endOf(ana)).isNull();
    }

    @Test
    void whatWasChosenShouldCountAndBeShown() {
        var chosen = json(put(ana, nights()).expectStatus().isOk());
        assertThat(json(get(ana, "/quiet-hours"))).isEqualTo(chosen);
        assertThat(chosen.path("days").valueStream().map(it -> it.asString()))
                .containsExactly("MO", "SU");
        assertThat(endOf(ana)).isEqualTo("2026-11-03T06:30:00Z");
        assertThat(endOf(UUID.randomUUID())).isNull();

        var off = nights();
        off.put("enabled", false);
        put(ana, off).expectStatus().isOk();
        assertThat(json(get(ana, "/quiet-hours")).path("from").asString()).isEqualTo("23:00");
        assertThat(endOf(ana)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "from, 24:00",
        "from, 9:00",
        "from, 22:00:00",
        "to, noon",
        "to, 12:60",
        "zone, +02:00",
        "zone, Mars/Olympus",
        "zone, ''"
    })
    void whatNoClockShowsShouldBeRefused(String field, String value) {
        var body = nights();
        body.put(field, value);
        var problem = json(put(ana, body).expectStatus().isBadRequest());
        assertThat(problem.path("type").asString())
                .isEqualTo("urn:tertulia:problem:validation-failed");
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
        assertThat(endOf(ana)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"enabled", "from", "to", "days", "zone"})
    void whatIsLeftOutShouldBeRefused(String field) {
        var body = nights();
        body.remove(field);
        expectProblem(put(ana, body), 400, "validation-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "'', validation-failed",
        "MO MO MO MO MO MO MO MO, validation-failed",
        "XX, malformed-request",
        "monday, malformed-request"
    })
    void daysShouldBeSomeOfTheWeek(String days, String problem) {
        var body = nights();
        body.put("days", Arrays.stream(days.split(" ")).filter(it -> !it.isEmpty()).toList());
        expectProblem(put(ana, body), 400, problem);
    }

    @Test
    void aDayThatIsNullShouldBeRefused() {
        var body = nights();
        body.put("days", Arrays.asList("MO", null));
        expectProblem(put(ana, body), 400, "validation-failed");
    }

    @Test
    void whatWouldNeverEndShouldBeRefused() {
        var body = nights();
        body.put("to", body.get("from"));
        body.put("days", EACH_DAY);
        expectProblem(put(ana, body), 400, "validation-failed");
        body.put("days", EACH_DAY.stream().skip(1).collect(Collectors.toList()));
        put(ana, body).expectStatus().isOk();
    }
}

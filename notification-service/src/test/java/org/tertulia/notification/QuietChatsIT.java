package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.tertulia.notification.alerts.SilencesInATest;
import org.tertulia.test.TestTokens;
import reactor.core.publisher.Flux;

/** A silence is told once, until somebody writes again. */
class QuietChatsIT extends NotificationApi {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired SilencesInATest silences;

    private UUID ana;
    private UUID bruno;
    private TestChat plaza;

    @BeforeEach
    void aChat() {
        ana = UUID.randomUUID();
        bruno = UUID.randomUUID();
        plaza = TestChat.group(ana, bruno);
        awaitHandled(plaza);
    }

    private String waitFor(UUID person) {
        var alert = Map.of("kind", "quiet", "chatId", plaza.id(), "quietFor", "PT24H");
        return json(send(HttpMethod.POST, person, "/alerts", alert).expectStatus().isCreated())
                .path("alertId")
                .asString();
    }

    private void pass(Duration time) {
        silences.pass(plaza.id(), time).block(LIMIT);
    }

    private void look() {
        silences.look().block(LIMIT);
    }

    private List<String> told(UUID person) {
        return lines(person).stream().filter(line -> line.contains("alert")).toList();
    }

    @Test
    void aSilenceShouldBeToldWhenItHasLastedAsLong() {
        var alert = waitFor(bruno);
        plaza.say(ana, "Hola");
        awaitHandled(plaza);
        pass(DAY.minusMinutes(1));
        look();
        assertThat(told(bruno)).isEmpty();
        pass(Duration.ofMinutes(1));
        look();
        look();

        assertThat(told(bruno)).containsExactly("*alert:  ×1");
        var told = inbox(bruno).getFirst();
        assertThat(told.path("alertId").asString()).isEqualTo(alert);
        assertThat(told.path("chatId").asString()).isEqualTo(plaza.id().toString());
        assertThat(told.has("message")).isFalse();
        assertThat(told.has("byId")).isFalse();
        assertThat(told(ana)).isEmpty();
    }

    @Test
    void whatIsWrittenShouldPutItOff() {
        waitFor(bruno);
        plaza.say(ana, "Hola");
        awaitHandled(plaza);
        pass(DAY.minusHours(1));
        plaza.say(bruno, "¿Sí?");
        awaitHandled(plaza);
        pass(Duration.ofHours(2));
        look();
        assertThat(told(bruno)).isEmpty();
        pass(DAY.minusHours(2));
        look();
        assertThat(told(bruno)).hasSize(1);
    }

    @Test
    void theNextSilenceShouldBeToldAgainAndNoOther() {
        waitFor(bruno);
        pass(DAY);
        look();
        assertThat(told(bruno)).containsExactly("*alert:  ×1");
        pass(DAY.multipliedBy(9));
        look();
        assertThat(told(bruno)).containsExactly("*alert:  ×1");

        plaza.say(ana, "Aquí estoy");
        awaitHandled(plaza);
        look();
        assertThat(told(bruno)).containsExactly("*alert:  ×1");
        pass(DAY);
        look();
        look();
        assertThat(told(bruno)).containsExactly("*alert:  ×2");
    }

    @Test
    void itShouldCountFromWhenItWasAskedForAtTheEarliest() {
        plaza.say(ana, "Hola");
        awaitHandled(plaza);
        pass(DAY.multipliedBy(3));
        waitFor(bruno);
        look();
        assertThat(told(bruno)).isEmpty();
        pass(DAY);
        look();
        assertThat(told(bruno)).hasSize(1);
    }

    @Test
    void severalInstancesShouldTellItOnce() {
        for (var person : List.of(ana, bruno)) {
            waitFor(person);
        }
        pass(DAY);
        Flux.range(0, 8).flatMap(_ -> silences.look(), 8).blockLast(LIMIT);
        assertThat(told(ana)).containsExactly("*alert:  ×1");
        assertThat(told(bruno)).containsExactly("*alert:  ×1");
    }

    /** As after a crash between the telling and the note of it, if there were such a moment. */
    @Test
    void theSameSilenceShouldNotBeToldTwice() {
        waitFor(bruno);
        pass(DAY);
        look();
        database.sql("update alerts set check_at = created_at where chat_id = $1")
                .bind(0, plaza.id())
                .then()
                .block(LIMIT);
        look();
        assertThat(told(bruno)).containsExactly("*alert:  ×1");
        var entries = events(bruno, 2);
        assertThat(entries).extracting(e -> e.path("kind").asString()).containsOnlyOnce("alert");
    }

    @Test
    void whoWantsNothingOfTheChatOrHasLeftShouldNotBeTold() {
        waitFor(bruno);
        waitFor(ana);
        choose(bruno, plaza, "none");
        plaza.remove(ana);
        awaitHandled(plaza);
        pass(DAY);
        look();
        assertThat(told(bruno)).isEmpty();
        assertThat(told(ana)).isEmpty();
        assertThat(items(json(get(ana, "/alerts")))).isEmpty();

        choose(bruno, plaza, "mentions");
        look();
        assertThat(told(bruno)).isEmpty();
    }

    @Test
    void whatWasDeletedShouldNotBeTold() {
        var alert = waitFor(bruno);
        client.delete()
                .uri(PATH + "/alerts/" + alert)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(bruno))
                .exchange()
                .expectStatus()
                .isNoContent();
        pass(DAY);
        look();
        assertThat(told(bruno)).isEmpty();
    }
}

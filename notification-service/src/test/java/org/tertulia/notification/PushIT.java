package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;

/** What people's browsers are told, and when. */
class PushIT extends PushApi {

    @Autowired
    @Qualifier("pushSender")
    SmartLifecycle sender;

    @Autowired MeterRegistry meters;

    @AfterEach
    void goOn() {
        if (!sender.isRunning()) {
            sender.start();
        }
    }

    @Test
    void aMessageShouldReachTheBrowserEncryptedAndSigned() {
        named(ana, "Ana");
        var browser = browser(bruno, "/b");
        var chat = TestChat.group(bruno, ana);
        var seq = chat.call(ana, "¿Vienes?", bruno);

        var said = pushed(browser, "/b", 1);
        assertThat(said.path("title").asString()).isEqualTo("Ana te ha mencionado en Plaza");
        assertThat(said.path("body").asString()).isEqualTo("¿Vienes?");
        assertThat(said.path("kind").asString()).isEqualTo("mention");
        assertThat(said.path("chatId").asString()).isEqualTo(chat.id().toString());
        assertThat(said.path("message").asLong()).isEqualTo(seq);
        assertThat(said.path("by").asString()).isEqualTo(ana.toString());
        assertThat(said.path("unread").asInt()).isEqualTo(1);
        assertThat(said.path("notificationId").asString())
                .isEqualTo(inbox(bruno).getFirst().path("id").asString());

        var request = service.received("/b").getFirst();
        assertThat(request.header("Content-encoding")).isEqualTo("aes128gcm");
        assertThat(request.header("Topic"))
                .matches("[A-Za-z0-9_-]{32}")
                .isEqualTo(said.path("tag").asString());
        assertThat(request.header("Urgency")).isEqualTo("high");
        assertThat(Long.parseLong(request.header("Ttl"))).isBetween(60L, 86_400L);
        var key = json(get(bruno, "/push/key")).path("publicKey").asString();
        assertThat(request.header("Authorization")).startsWith("vapid t=").endsWith(", k=" + key);
        awaitSent(bruno);
        assertThat(meters.get("notification.push.latency").timer().count()).isPositive();
    }

    @Test
    void withoutContentABrowserShouldOnlyLearnThatThereIsSomething() {
        var browser = browser(bruno, "/b", true);
        TestChat.between(ana, bruno).say(ana, "secreto");
        assertThat(pushed(browser, "/b", 1).propertyNames())
                .containsExactlyInAnyOrder("notificationId", "tag", "unread");
    }

    @Test
    void whoDidItShouldNotBeTold() {
        browser(ana, "/a");
        browser(bruno, "/b");
        TestChat.between(ana, bruno).say(ana, "Hola");
        awaitReceived("/b", 1);
        awaitSent(bruno);
        assertThat(service.received("/a")).isEmpty();
    }

    @Test
    void aBurstThatWaitsShouldBeOneMessage() {
        var browser = browser(bruno, "/b");
        sender.stop();
        var chat = TestChat.between(ana, bruno);
        chat.say(ana, "uno");
        chat.say(ana, "dos");
        chat.say(ana, "tres");
        awaitHandled(chat);
        sender.start();
        var said = pushed(browser, "/b", 1);
        assertThat(said.path("title").asString()).endsWith(" (3)");
        assertThat(said.path("body").asString()).isEqualTo("tres");
        awaitSent(bruno);
        assertThat(service.received("/b")).hasSize(1);
    }

    @Test
    void whatWasReadMeanwhileShouldNotBeSent() {
        browser(bruno, "/b");
        sender.stop();
        var chat = TestChat.between(ana, bruno);
        var seq = chat.say(ana, "Hola");
        awaitHandled(chat);
        chat.mark(bruno, seq);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lines(bruno)).containsExactly("message: Hola ×1"));
        sender.start();
        awaitSent(bruno);
        chat.say(ana, "¿Estás?");
        awaitReceived("/b", 1);
        awaitSent(bruno);
        assertThat(service.received("/b")).hasSize(1);
    }

    @Test
    void whatWasShownAndIsReadElsewhereShouldBeTakenAway() {
        var shown = browser(bruno, "/b");
        var chat = TestChat.between(ana, bruno);
        var seq = chat.say(ana, "Hola");
        var id = pushed(shown, "/b", 1).path("notificationId").asString();
        awaitSent(bruno);
        browser(bruno, "/later");
        chat.mark(bruno, seq);

        var taken = pushed(shown, "/b", 2);
        assertThat(taken.propertyNames()).containsExactlyInAnyOrder("settled", "unread");
        assertThat(taken.path("settled").path(0).asString()).isEqualTo(id);
        assertThat(taken.path("unread").asInt()).isZero();
        var topics = service.received("/b").stream().map(it -> it.header("Topic")).distinct();
        assertThat(topics).hasSize(1);
        assertThat(service.received("/b").getLast().header("Urgency")).isEqualTo("low");
        awaitSent(bruno);
        assertThat(service.received("/later")).isEmpty();
    }

    @Test
    void muchThatIsReadAtOnceShouldBeTakenAwayByOneMessage() {
        var browser = browser(bruno, "/b");
        var chat = TestChat.group(ana, bruno);
        for (int i = 1; i <= 3; i++) {
            chat.call(ana, "@bruno " + i, bruno);
        }
        // The group is an invitation, too.
        awaitReceived("/b", 4);
        awaitSent(bruno);
        read(bruno, Map.of("all", true));
        assertThat(pushed(browser, "/b", 5).path("settled")).hasSize(4);
    }

    /** Its answer is lost with the sender; the other that waits was not begun. */
    @Test
    void whatASenderWasAtWhenItEndedShouldBeSentAgain() {
        service.answer("/b", 0);
        var browser = browser(bruno, "/b");
        var chat = TestChat.between(ana, bruno);
        chat.say(ana, "Hola");
        awaitReceived("/b", 1);
        sender.stop();
        var other = TestChat.group(bruno, ana);
        other.call(ana, "¿Y aquí?", bruno);
        awaitHandled(other);
        sender.start();

        awaitReceived("/b", 3);
        awaitSent(bruno);
        var bodies =
                service.received("/b").stream()
                        .map(it -> browser.read(it.body()).path("body").asString());
        assertThat(bodies).containsExactlyInAnyOrder("Hola", "Hola", "¿Y aquí?");
        var topics = service.received("/b").stream().map(it -> it.header("Topic")).distinct();
        assertThat(topics).hasSize(2);
    }

    @Test
    void duringQuietHoursNothingShouldBeSent() {
        var browser = browser(bruno, "/b");
        quiet(true);
        var chat = TestChat.between(ana, bruno);
        chat.say(ana, "uno");
        awaitHandled(chat);
        await().atMost(LIMIT)
                .until(
                        () ->
                                count(
                                                "pushes join push_subscriptions using (subscription_id)"
                                                        + " where user_id = $1 and claimed_until is null"
                                                        + " and next_at > now() + interval '1 second'",
                                                bruno)
                                        == 1);
        assertThat(service.received("/b")).isEmpty();
        quiet(false);
        chat.say(ana, "dos");
        assertThat(pushed(browser, "/b", 1).path("title").asString()).endsWith(" (2)");
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().name().substring(0, 2);
    }

    private void quiet(boolean enabled) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var days = Stream.of(today, today.plusDays(1)).map(PushIT::weekday).toList();
        send(
                        HttpMethod.PUT,
                        bruno,
                        "/quiet-hours",
                        Map.of(
                                "enabled", enabled,
                                "from", "00:00",
                                "to", "00:00",
                                "days", days,
                                "zone", "UTC"))
                .expectStatus()
                .isOk();
    }
}

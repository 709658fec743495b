package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.tertulia.mail.CaughtMail;

/** What is mailed to whom, and that it is mailed once. */
class DigestIT extends MailApi {

    /** A private chat in which Ana has written this to Bruno, an hour ago; its seq. */
    private TestChat said(String... texts) {
        var chat = TestChat.between(ana, bruno);
        Stream.of(texts).forEach(text -> chat.say(ana, text));
        awaitHandled(chat);
        age(bruno);
        return chat;
    }

    private static String text(CaughtMail digest) {
        return String.valueOf(digest.content().text());
    }

    @Test
    void aDigestShouldTellWhatStaysUnread() {
        subscribe(bruno, Map.of());
        var chat = said("Hola", "¿Estás?");
        digest(bruno);

        var told = digests(bruno);
        assertThat(told).hasSize(1);
        var content = told.getFirst().content();
        assertThat(content.header("Subject")).isEqualTo("Tienes un aviso sin leer");
        assertThat(content.header("From")).isEqualTo("Tertulia <hola@tertulia.example>");
        assertThat(content.header("To")).isEqualTo(address(bruno));
        assertThat(content.header("Message-ID")).matches("<[0-9a-f-]{36}@tertulia\\.example>");
        assertThat(content.header("Content-Language")).isEqualTo("es");
        assertThat(content.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(content.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(content.header("List-Unsubscribe"))
                .isEqualTo(
                        "<%s/api/v1/notifications/email/unsubscribe?token=%s>"
                                .formatted(BASE, token(told.getFirst())));
        assertThat(content.text()).contains("2 mensajes nuevos", "¿Estás?").doesNotContain("Hola");
        var link = "%s/chats/%s/messages/%d".formatted(BASE, chat.id(), chat.lastSeq());
        assertThat(content.text()).contains(link);
        assertThat(content.html()).contains("lang=\"es\"", "¿Estás?", link);
        assertThat(queue(bruno)).containsExactly("digest sent", "confirmation sent");
    }

    @Test
    void aDigestShouldCallPeopleAndChatsByTheirNames() {
        subscribe(bruno, Map.of());
        var chat = TestChat.group(ana, bruno);
        chat.call(ana, "¿Vienes, @bruno?", bruno);
        awaitHandled(chat);
        age(bruno);
        name("update chats set title = $2 where chat_id = $1", chat.id(), "Plaza Mayor");
        name(
                "insert into people (user_id, version, display_name) values ($1, 1, $2)",
                ana,
                "Ana Núñez");
        digest(bruno);

        assertThat(text(digests(bruno).getFirst()))
                .contains(
                        "* Ana Núñez te ha mencionado en «Plaza Mayor»\r\n  ¿Vienes, @bruno?\r\n",
                        "* Ana Núñez te ha añadido a «Plaza Mayor»\r\n");
    }

    private void name(String sql, UUID id, String name) {
        database.sql(sql).bind(0, id).bind(1, name).then().block(LIMIT);
    }

    @Test
    void theDigestShouldBeInThePersonsLanguage() {
        subscribe(bruno, Map.of("language", "en"));
        said("Hola");
        digest(bruno);

        var content = digests(bruno).getFirst().content();
        assertThat(content.header("Subject")).isEqualTo("You have one unread notification");
        assertThat(content.header("Content-Language")).isEqualTo("en");
        assertThat(content.html()).contains("<html lang=\"en\">");
    }

    @Test
    void whatIsUnreadForAShortTimeOnlyShouldWait() {
        subscribe(bruno, Map.of());
        var chat = TestChat.between(ana, bruno);
        chat.say(ana, "Hola");
        awaitHandled(chat);
        digest(bruno);
        assertThat(digests(bruno)).isEmpty();

        age(bruno);
        digest(bruno);
        assertThat(digests(bruno)).hasSize(1);
    }

    @Test
    void aBurstThatGrowsShouldBeAsOldAsItsBeginning() {
        subscribe(bruno, Map.of());
        var chat = said("Hola");
        chat.say(ana, "¿Estás?");
        awaitHandled(chat);
        digest(bruno);
        assertThat(text(digests(bruno).getFirst())).contains("2 mensajes nuevos", "¿Estás?");
    }

    @Test
    void whatWasReadMeanwhileShouldNotBeTold() {
        subscribe(bruno, Map.of());
        var read = said("leído");
        said("sin leer");
        due(bruno);
        mail.make();
        read.mark(bruno, read.lastSeq());
        awaitMarked(bruno, read.id(), 0, read.lastSeq());
        awaitUnread(bruno, 1);
        mail.send();

        assertThat(digests(bruno)).hasSize(1);
        assertThat(text(digests(bruno).getFirst())).contains("sin leer").doesNotContain("leído");
    }

    private void awaitUnread(UUID person, int count) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> json(get(person, "/unread")).path("unread").asInt() == count);
    }

    @Test
    void whenEverythingWasReadMeanwhileNothingShouldBeSent() {
        subscribe(bruno, Map.of());
        said("Hola");
        due(bruno);
        mail.make();
        read(bruno, Map.of("all", true));
        mail.send();

        assertThat(digests(bruno)).isEmpty();
        assertThat(queue(bruno)).startsWith("digest dropped");
        assertThat(mailedNotifications(bruno)).isZero();
    }

    private long mailedNotifications(UUID person) {
        var found =
                database.sql(
                                """
                                select count(*) from mailed_notifications m join notifications n using (notification_id)
                                where n.user_id = $1
                                """)
                        .bind(0, person)
                        .mapValue(Long.class)
                        .one()
                        .block(LIMIT);
        return found == null ? 0 : found;
    }

    @Test
    void nothingShouldBeToldTwice() {
        subscribe(bruno, Map.of());
        said("uno");
        digest(bruno);
        digest(bruno);
        assertThat(digests(bruno)).hasSize(1);

        said("dos");
        digest(bruno);
        assertThat(digests(bruno)).hasSize(2);
        assertThat(text(digests(bruno).getLast())).contains("dos").doesNotContain("uno");
        assertThat(mailedNotifications(bruno)).isEqualTo(2);
    }

    @Test
    void severalInstancesShouldTellEverybodyOnce() {
        var people = Stream.generate(UUID::randomUUID).limit(12).toList();
        for (var person : people) {
            subscribe(person, Map.of());
            var chat = TestChat.between(ana, person);
            chat.say(ana, "Hola");
            awaitHandled(chat);
            age(person);
            due(person);
        }
        mail.rounds(4);
        assertThat(people).allSatisfy(person -> assertThat(digests(person)).hasSize(1));
    }

    @Test
    void inQuietHoursADigestShouldWaitForTheirEnd() {
        subscribe(bruno, Map.of());
        quiet(bruno, true);
        said("Hola");
        digest(bruno);
        assertThat(digests(bruno)).isEmpty();

        quiet(bruno, false);
        due(bruno);
        mail.make();
        quiet(bruno, true);
        mail.send();
        assertThat(digests(bruno)).isEmpty();
        quiet(bruno, false);
        untilItsTurn(bruno);
        mail.send();
        assertThat(digests(bruno)).hasSize(1);
    }

    /** All of the day but its last minute, in a zone where it is not that now. */
    private void quiet(UUID person, boolean enabled) {
        var body =
                Map.of(
                        "enabled",
                        enabled,
                        "from",
                        "00:00",
                        "to",
                        "23:59",
                        "days",
                        List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
                        "zone",
                        farFromMidnight());
        send(HttpMethod.PUT, person, "/quiet-hours", body).expectStatus().isOk();
    }

    private static String farFromMidnight() {
        var hour = Instant.now().atZone(ZoneOffset.UTC).getHour();
        return hour >= 12 ? "America/Bogota" : "Asia/Tokyo";
    }

    /** As when an instance dies between the mail server's yes and its note of it. */
    @Test
    void whatBrokeOffShouldBeSentOnceMoreUnderTheSameIdAndThenNoMore() {
        subscribe(bruno, Map.of());
        said("Hola");
        digest(bruno);
        breakOff(bruno);
        mail.send();
        assertThat(digests(bruno)).hasSize(2);
        assertThat(digests(bruno))
                .extracting(it -> it.content().header("Message-ID"))
                .containsOnly(digests(bruno).getFirst().content().header("Message-ID"));

        breakOff(bruno);
        mail.send();
        assertThat(digests(bruno)).hasSize(2);
        assertThat(queue(bruno)).startsWith("digest dead");
        digest(bruno);
        assertThat(digests(bruno)).hasSize(2);
    }

    private void breakOff(UUID person) {
        database.sql("update mails set state = 'sending' where user_id = $1 and kind = 'digest'")
                .bind(0, person)
                .then()
                .block(LIMIT);
        untilItsTurn(person);
    }

    @Test
    void aLeaseThatIsNotOverShouldBeRespected() {
        subscribe(bruno, Map.of());
        said("Hola");
        due(bruno);
        mail.make();
        database.sql(
                        """
                        update mails set state = 'sending', due_at = now() + interval '1 minute'
                        where user_id = $1 and kind = 'digest'
                        """)
                .bind(0, bruno)
                .then()
                .block(LIMIT);
        mail.round();
        assertThat(digests(bruno)).isEmpty();
    }
}

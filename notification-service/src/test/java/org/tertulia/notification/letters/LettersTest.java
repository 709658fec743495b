package org.tertulia.notification.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.tertulia.notification.config.EmailProperties;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.notification.language.Language;
import org.tertulia.starter.id.ChatId;

/** What mails say, in both languages. */
class LettersTest {

    private static final ChatId CHAT = new ChatId(new UUID(0, 7));
    private static final String BASE = "https://tertulia.example/chats/" + CHAT;
    private static final LinkToken TOKEN = new LinkToken("t".repeat(43));

    private final Letters letters = letters();

    private static Letters letters() {
        var properties =
                new Binder(
                                new MapConfigurationPropertySource(
                                        Map.of("x.public-url", "https://tertulia.example")))
                        .bind("x", EmailProperties.class)
                        .get();
        return new Letters(new PublicAddresses(properties), properties);
    }

    static DigestItem item(
            NotificationKind kind, @Nullable String by, @Nullable String chat, String excerpt) {
        return new DigestItem(kind, CHAT, chat, 12L, null, by, excerpt, 1, Instant.EPOCH);
    }

    private static DigestItem many(DigestItem of, int count) {
        return new DigestItem(
                of.kind(),
                of.chat(),
                of.chatName(),
                of.message(),
                of.thread(),
                of.by(),
                of.excerpt(),
                count,
                of.at());
    }

    private Letter digest(Language language, DigestItem... items) {
        return letters.digest(language, new Digest(List.of(items), items.length), TOKEN);
    }

    @Test
    void aDigestShouldSayWhatIsUnreadInTextAndInHtml() {
        var letter =
                digest(
                        Language.SPANISH,
                        item(NotificationKind.MENTION, "Ana", "Plaza", "¿Qué tal, @bruno?"),
                        many(item(NotificationKind.MESSAGE, null, null, "Llámame"), 3));

        assertThat(letter.subject()).isEqualTo("Tienes 2 avisos sin leer");
        assertThat(letter.text())
                .contains(
                        "* Ana te ha mencionado en «Plaza»\n  ¿Qué tal, @bruno?\n  %s/messages/12\n"
                                .formatted(BASE))
                .contains("* 3 mensajes nuevos, el último de alguien\n  Llámame\n")
                .contains("https://tertulia.example/notifications")
                .contains("https://tertulia.example/settings");
        assertThat(letter.html())
                .startsWith("<!doctype html>\n<html lang=\"es\">")
                .contains("<strong dir=\"auto\">Ana te ha mencionado en «Plaza»</strong>")
                .contains("<a href=\"%s/messages/12\">".formatted(BASE));
        var unsubscribe =
                "https://tertulia.example/api/v1/notifications/email/unsubscribe?token="
                        + TOKEN.text();
        assertThat(letter.unsubscribe()).isEqualTo(URI.create(unsubscribe));
        assertThat(letter.text()).contains(unsubscribe);
    }

    @ParameterizedTest
    @CsvSource({
        "MENTION, 1, Ana mentioned you in “Plaza”",
        "REPLY, 1, Ana replied to you in “Plaza”",
        "MESSAGE, 1, Ana wrote in “Plaza”",
        "MESSAGE, 4, '4 new messages in “Plaza”, the last of them by Ana'",
        "REACTION, 1, Ana reacted to a message of yours in “Plaza”",
        "REACTION, 2, 2 reactions to a message of yours in “Plaza”",
        "INVITATION, 1, Ana added you to “Plaza”",
        "REMINDER, 1, Reminder by Ana",
        "REMINDER, 2, 'Reminder by Ana, 2 times'",
        "ALERT, 1, Ana wrote in “Plaza”",
        "SCHEDULED_MESSAGE, 1, A scheduled message for “Plaza” was not sent",
    })
    void everyKindShouldHaveItsWords(NotificationKind kind, int count, String headline) {
        var letter = digest(Language.ENGLISH, many(item(kind, "Ana", "Plaza", "x"), count));
        assertThat(letter.text()).contains("* " + headline + "\n");
        assertThat(letter.subject()).isEqualTo("You have one unread notification");
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void whoAndWhereMayBeUnknown(NotificationKind kind) {
        for (var language : Language.values()) {
            assertThat(digest(language, item(kind, null, null, "")).text())
                    .doesNotContain("null", "«»", "“”");
        }
    }

    @Test
    void whatPeopleWroteShouldBeNothingButText() {
        var letter =
                digest(
                        Language.ENGLISH,
                        item(
                                NotificationKind.MENTION,
                                "<img src=x>",
                                "\"><script>",
                                "<a href='http://evil.test'>& more</a>"));
        assertThat(letter.html())
                .doesNotContain("<img", "<script", "<a href='")
                .contains("&lt;img src=x&gt; mentioned you in “&quot;&gt;&lt;script&gt;”")
                .contains("&lt;a href=&#39;http://evil.test&#39;&gt;&amp; more&lt;/a&gt;");
    }

    @Test
    void linksShouldOpenWhereItHappened() {
        var thread =
                new DigestItem(
                        NotificationKind.REPLY, CHAT, null, 12L, 5L, null, "", 1, Instant.EPOCH);
        var chat =
                new DigestItem(
                        NotificationKind.INVITATION,
                        CHAT,
                        null,
                        null,
                        null,
                        null,
                        "",
                        1,
                        Instant.EPOCH);
        var reminder =
                new DigestItem(
                        NotificationKind.REMINDER,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "x",
                        1,
                        Instant.EPOCH);
        assertThat(digest(Language.ENGLISH, thread).text()).contains("  " + BASE + "/threads/5\n");
        assertThat(digest(Language.ENGLISH, chat).text()).contains("  " + BASE + "\n");
        assertThat(digest(Language.ENGLISH, reminder).text())
                .contains("  https://tertulia.example/reminders\n");
    }

    @Test
    void whatIsNotShownShouldBeCounted() {
        var item = item(NotificationKind.MENTION, "Ana", "Plaza", "x");
        var letter = letters.digest(Language.ENGLISH, new Digest(List.of(item), 8), TOKEN);
        assertThat(letter.subject()).isEqualTo("You have 8 unread notifications");
        assertThat(letter.text()).contains("And 7 more.");
        assertThat(letter.html()).contains("And 7 more.");
    }

    @Test
    void aConfirmationShouldAskInEachLanguage() {
        var said =
                Stream.of(Language.values())
                        .map(language -> letters.confirmation(language, TOKEN))
                        .toList();
        assertThat(said)
                .allSatisfy(
                        it -> {
                            assertThat(it.unsubscribe()).isNull();
                            assertThat(it.text() + it.html())
                                    .contains(
                                            "https://tertulia.example/settings/email/confirm?token="
                                                    + TOKEN.text());
                        })
                .extracting(Letter::subject)
                .containsExactly("Confirma tu dirección de correo", "Confirm your e-mail address");
        assertThat(said.getLast().text()).contains("The link is good for 24 hours.");
    }
}

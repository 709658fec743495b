package org.tertulia.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.tertulia.mail.MailCatcher;
import org.tertulia.notification.config.EmailProperties;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.letters.Digest;
import org.tertulia.notification.letters.DigestItem;
import org.tertulia.notification.letters.Letter;
import org.tertulia.notification.letters.LettersInATest;
import org.tertulia.notification.letters.LinkToken;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.MutableClock;

/** What a mail is on its way, byte by byte, and what becomes of it. */
class PostmanTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final ChatId CHAT = ChatId.valueOf("0198c0de-0000-7000-8000-0000000000c1");

    private final EmailProperties properties =
            new Binder(
                            new MapConfigurationPropertySource(
                                    Map.of(
                                            "x.public-url", "https://tertulia.example",
                                            "x.from", "Tertulia <hola@tertulia.example>")))
                    .bind("x", EmailProperties.class)
                    .get();

    private MailCatcher catcher;
    private Postman postman;

    @BeforeEach
    void start() throws IOException {
        catcher = new MailCatcher(0, 0);
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(catcher.smtpPort());
        var clock = MutableClock.at("2026-11-02T07:00:00Z");
        postman = new Postman(server, properties, "127.0.0.1", clock);
        postman.start();
    }

    @AfterEach
    void stop() throws IOException {
        postman.stop();
        catcher.close();
    }

    private Mail mail(String address) {
        var id = UUID.fromString("0198c0de-0000-7000-8000-0000000000aa");
        return new Mail(
                id,
                new UserId(UUID.randomUUID()),
                MailKind.DIGEST,
                address,
                postman.messageId(id),
                1,
                false);
    }

    private Letter digest(Language language) {
        var at = Instant.parse("2026-11-02T06:30:00Z");
        var items =
                List.of(
                        new DigestItem(
                                NotificationKind.MENTION,
                                CHAT,
                                "Plaza Mayor",
                                12L,
                                null,
                                "Ana Núñez",
                                "¿Vienes, @bruno? <b>Sí</b> & ya 🎉",
                                1,
                                at),
                        new DigestItem(
                                NotificationKind.MESSAGE,
                                CHAT,
                                null,
                                40L,
                                null,
                                "Eva",
                                "Llámame",
                                3,
                                at),
                        new DigestItem(
                                NotificationKind.REPLY,
                                CHAT,
                                "Plaza Mayor",
                                15L,
                                9L,
                                null,
                                "a".repeat(200) + "…",
                                1,
                                at));
        return LettersInATest.of(properties)
                .digest(
                        language,
                        new Digest(items, 5),
                        new LinkToken("t0ken".repeat(9).substring(2)));
    }

    private String caught() {
        var source = new String(catcher.mailbox().mails().getFirst().source(), UTF_8);
        // A boundary is another one each time, and the date is told by the clock of the machine's
        // zone.
        return source.replaceAll("----=_Part_\\d+_\\d+\\.\\d+", "----=_Part_golden")
                .replaceAll("(?m)^Date: .*$", "Date: Mon, 2 Nov 2026 07:00:00 +0000 (UTC)")
                .replace("\r\n", "\n");
    }

    /** The same files are read by another program's parser, in the tests of the web app. */
    @Test
    void aDigestShouldBeTheMailThatOthersReadToo() {
        for (var language : Language.values()) {
            catcher.mailbox().clear();
            postman.send(mail("bruno@example.org"), digest(language)).block(LIMIT);
            assertThat(caught()).isEqualTo(golden("digest-%s.eml".formatted(language.text())));
        }
    }

    private static String golden(String name) {
        try {
            return Files.readString(GOLDEN.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsRefusedForGoodShouldBeToldFromWhatIsRefusedForNow() {
        assertThatThrownBy(
                        () ->
                                postman.send(mail("x@refuse-550.test"), digest(Language.ENGLISH))
                                        .block(LIMIT))
                .isInstanceOf(MailRefused.class);
        assertThatThrownBy(
                        () ->
                                postman.send(mail("x@refuse-451.test"), digest(Language.ENGLISH))
                                        .block(LIMIT))
                .isNotInstanceOf(MailRefused.class);
    }

    @Test
    void aServerThatIsAwayShouldBeTriedAgain() throws IOException {
        catcher.close();
        assertThatThrownBy(
                        () ->
                                postman.send(mail("x@example.org"), digest(Language.ENGLISH))
                                        .block(LIMIT))
                .isNotInstanceOf(MailRefused.class);
    }
}

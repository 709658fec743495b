package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.mail.CaughtMail;
import org.tertulia.mail.MailCatcher;
import org.tertulia.notification.mail.MailInATest;
import org.tertulia.test.ServiceTest;
import tools.jackson.databind.JsonNode;

/** The service with a mail server that catches all mails. Nothing is made or sent but when a test says so. */
@ServiceTest(
        properties = {
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.starttls.required=false",
            "tertulia.notification.email.from=Tertulia <hola@tertulia.example>",
            "tertulia.notification.email.public-url=https://tertulia.example",
            "tertulia.notification.email.queue.attempts=3",
            "tertulia.notification.email.queue.poll=1d"
        })
abstract class MailApi extends NotificationApi {

    static final String BASE = "https://tertulia.example";

    private static final MailCatcher CATCHER = catcher();
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    @Autowired MailInATest mail;

    UUID ana;
    UUID bruno;

    private static MailCatcher catcher() {
        try {
            return new MailCatcher(0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void whereMailsGo(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", CATCHER::smtpPort);
    }

    /** Nothing of another test is due, or waits. */
    @BeforeEach
    void people() {
        ana = UUID.randomUUID();
        bruno = UUID.randomUUID();
        database.sql("update email_settings set next_at = null")
                .then()
                .then(
                        database.sql(
                                        "update mails set state = 'dropped' where state in ('waiting', 'sending')")
                                .then())
                .block(LIMIT);
    }

    static String address(UUID person) {
        return person + "@example.org";
    }

    /** What was mailed to an address, the oldest first. */
    static List<CaughtMail> mailed(String address) {
        return CATCHER.mailbox().mails().reversed().stream()
                .filter(it -> it.to().contains(address))
                .toList();
    }

    static List<CaughtMail> digests(UUID person) {
        return mailed(address(person)).stream()
                .filter(it -> !it.content().header("List-Unsubscribe").isEmpty())
                .toList();
    }

    static String token(CaughtMail mail) {
        var found = TOKEN.matcher(String.valueOf(mail.content().text()));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    ResponseSpec put(UUID person, Map<String, ?> wish) {
        var body = new HashMap<String, Object>();
        body.put("address", address(person));
        body.put("digest", "hourly");
        body.put("at", "08:00");
        body.put("zone", "Europe/Madrid");
        body.put("language", "es");
        body.putAll(wish);
        return send(HttpMethod.PUT, person, "/email", body);
    }

    JsonNode settings(UUID person) {
        return json(get(person, "/email").expectStatus().isOk());
    }

    ResponseSpec confirm(String token) {
        return client.post()
                .uri(PATH + "/email/confirmations")
                .bodyValue(Map.of("token", token))
                .exchange();
    }

    /** Lets somebody get digests at their address. */
    void subscribe(UUID person, Map<String, ?> wish) {
        put(person, wish).expectStatus().isOk();
        mail.round();
        var address =
                String.valueOf(wish.containsKey("address") ? wish.get("address") : address(person));
        confirm(token(mailed(address).getLast())).expectStatus().isNoContent();
    }

    /** Makes everything that the person was told an hour older. */
    void age(UUID person) {
        database.sql("update causes set at = at - interval '1 hour' where user_id = $1")
                .bind(0, person)
                .then()
                .block(LIMIT);
    }

    void due(UUID person) {
        mail.due(person, Instant.now().minusSeconds(1));
    }

    /** A digest of this moment. */
    void digest(UUID person) {
        due(person);
        mail.round();
    }

    /** Of all mails to a person, the newest first: kind and state. */
    List<String> queue(UUID person) {
        return database.sql(
                        "select kind || ' ' || state as line from mails where user_id = $1 order by mail_id desc")
                .bind(0, person)
                .mapValue(String.class)
                .all()
                .collectList()
                .block(LIMIT);
    }

    /** As time passes: what is in the queue is to be dealt with now. */
    void untilItsTurn(UUID person) {
        database.sql(
                        """
                        update mails set due_at = now() - interval '1 second'
                        where user_id = $1 and state in ('waiting', 'sending')
                        """)
                .bind(0, person)
                .then()
                .block(LIMIT);
    }
}

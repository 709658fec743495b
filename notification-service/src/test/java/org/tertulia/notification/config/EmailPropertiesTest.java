package org.tertulia.notification.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.tertulia.notification.config.EmailProperties.Links;
import org.tertulia.notification.config.EmailProperties.Queue;

class EmailPropertiesTest {

    private static final String PREFIX = "tertulia.notification.email.";

    private static EmailProperties bound(Map<String, String> keys) {
        var prefixed = new HashMap<String, String>();
        keys.forEach((key, value) -> prefixed.put(PREFIX + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate("tertulia.notification.email", EmailProperties.class);
    }

    @Test
    void whatIsNotSetShouldHaveItsDefault() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new EmailProperties(
                                "Tertulia <no-reply@localhost>",
                                URI.create("http://localhost:8080"),
                                Duration.ofMinutes(15),
                                30,
                                new Links(Duration.ofHours(24), Duration.ofDays(180)),
                                new Queue(
                                        Duration.ofSeconds(1),
                                        50,
                                        10_000,
                                        4,
                                        Duration.ofMinutes(5),
                                        10,
                                        Duration.ofSeconds(30),
                                        Duration.ofHours(1),
                                        Duration.ofDays(30))));
    }

    @Test
    void everyKeyShouldBeRead() {
        var keys = new HashMap<String, String>();
        keys.put("from", "a@b.example");
        keys.put("public-url", "https://c.example");
        keys.put("min-unread", "1s");
        keys.put("shown", "2");
        keys.put("links.confirm", "3s");
        keys.put("links.unsubscribe", "4s");
        keys.put("queue.poll", "5s");
        keys.put("queue.batch", "6");
        keys.put("queue.max-waiting", "7");
        keys.put("queue.senders", "8");
        keys.put("queue.lease", "9s");
        keys.put("queue.attempts", "10");
        keys.put("queue.min-delay", "11s");
        keys.put("queue.max-delay", "12s");
        keys.put("queue.kept-for", "13s");
        assertThat(bound(keys))
                .isEqualTo(
                        new EmailProperties(
                                "a@b.example",
                                URI.create("https://c.example"),
                                Duration.ofSeconds(1),
                                2,
                                new Links(Duration.ofSeconds(3), Duration.ofSeconds(4)),
                                new Queue(
                                        Duration.ofSeconds(5),
                                        6,
                                        7,
                                        8,
                                        Duration.ofSeconds(9),
                                        10,
                                        Duration.ofSeconds(11),
                                        Duration.ofSeconds(12),
                                        Duration.ofSeconds(13))));
    }

    @ParameterizedTest
    @CsvSource({
        "from, nobody, from must be an e-mail address",
        "public-url, /x, public-url must be absolute",
        "public-url, https://c.example/, public-url must not end with a slash",
        "min-unread, -1s, min-unread must not be negative",
        "shown, 0, shown must be positive",
        "links.confirm, 0s, links.confirm must be positive",
        "links.unsubscribe, 0s, links.unsubscribe must be positive",
        "queue.poll, 0s, queue.poll must be positive",
        "queue.batch, 0, queue.batch must be positive",
        "queue.max-waiting, 0, queue.max-waiting must be positive",
        "queue.senders, 65, queue.senders must be from 1 to 64",
        "queue.lease, 0s, queue.lease must be positive",
        "queue.attempts, 0, queue.attempts must be positive",
        "queue.min-delay, 0s, queue.min-delay must be positive",
        "queue.max-delay, 29s, queue.max-delay must not be below queue.min-delay",
        "queue.kept-for, 0s, queue.kept-for must be positive",
    })
    void whatCanNotBeShouldBeRefused(String key, String value, String rule) {
        assertThatThrownBy(() -> bound(Map.of(key, value)))
                .rootCause()
                .hasMessage("tertulia.notification.email." + rule);
    }
}

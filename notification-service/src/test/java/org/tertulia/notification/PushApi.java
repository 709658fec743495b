package org.tertulia.notification;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpMethod;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.notification.FakePushService.Received;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** Ana and Bruno, and a push service. */
abstract class PushApi extends NotificationApi {

    static final String SUBSCRIPTIONS = "/push/subscriptions";

    final FakePushService service = new FakePushService();
    UUID ana;
    UUID bruno;

    @BeforeEach
    void people() {
        ana = UUID.randomUUID();
        bruno = UUID.randomUUID();
    }

    @AfterEach
    void closeService() {
        service.close();
    }

    /** The person has a browser that is told. */
    TestBrowser browser(UUID person, String path) {
        return browser(person, path, false);
    }

    TestBrowser browser(UUID person, String path, boolean contentFree) {
        var browser = new TestBrowser(service.endpoint(path));
        json(
                send(HttpMethod.PUT, person, SUBSCRIPTIONS, browser.subscription(contentFree))
                        .expectStatus()
                        .isOk());
        return browser;
    }

    /** What the person is called is known here. */
    void named(UUID person, String name) {
        TestEvents.publish(
                Topics.USER_EVENTS,
                new ProfileChanged(person, 1, "handle", name, "", null, Instant.now()));
        await().atMost(LIMIT).until(() -> count("people where user_id = $1", person) == 1);
    }

    long count(String from, UUID id) {
        return Objects.requireNonNull(
                database.sql("select count(*) from " + from)
                        .bind(0, id)
                        .mapValue(Long.class)
                        .one()
                        .block(LIMIT));
    }

    /** What waits for the browsers of a person. */
    long waiting(UUID person) {
        return count(
                "pushes join push_subscriptions using (subscription_id) where user_id = $1",
                person);
    }

    List<Received> awaitReceived(String path, int count) {
        await().atMost(LIMIT).until(() -> service.received(path).size() >= count);
        return service.received(path);
    }

    /** The message that came as the nth, as the browser reads it, once the service has written down that it came. */
    JsonNode pushed(TestBrowser browser, String path, int n) {
        return browser.read(awaitReceived(path, n).get(n - 1).body());
    }

    void awaitSent(UUID person) {
        await().atMost(LIMIT).until(() -> waiting(person) == 0);
    }

    List<JsonNode> subscriptions(UUID person) {
        return items(json(get(person, SUBSCRIPTIONS).expectStatus().isOk()));
    }
}

package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** Where people want to be told, and who may say so. */
class PushSubscriptionsIT extends PushApi {

    @Test
    void aBrowserShouldBeListedWithoutWhereItIsReached() {
        browser(ana, "/a");
        var listed = subscriptions(ana).getFirst();
        assertThat(listed.propertyNames())
                .containsExactlyInAnyOrder(
                        "subscriptionId", "name", "contentFree", "language", "createdAt");
        assertThat(listed.path("name").asString()).isEqualTo("Firefox");
        assertThat(subscriptions(bruno)).isEmpty();
    }

    @Test
    void theSameEndpointShouldBeTheSameSubscription() {
        browser(ana, "/a", false);
        var first = subscriptions(ana).getFirst();
        browser(ana, "/a", true);
        assertThat(subscriptions(ana)).hasSize(1);
        var again = subscriptions(ana).getFirst();
        assertThat(again.path("subscriptionId")).isEqualTo(first.path("subscriptionId"));
        assertThat(again.path("contentFree").asBoolean()).isTrue();
    }

    @Test
    void ofABrowserThatTwoPeopleUseOnlyTheLastShouldBeTold() {
        browser(bruno, "/shared");
        var browser = browser(ana, "/shared");
        assertThat(subscriptions(bruno)).isEmpty();
        var chat = TestChat.between(ana, bruno);
        chat.say(ana, "para Bruno");
        awaitHandled(chat);
        chat.say(bruno, "para Ana");
        assertThat(pushed(browser, "/shared", 1).path("body").asString()).isEqualTo("para Ana");
        awaitSent(ana);
        assertThat(service.received("/shared")).hasSize(1);
    }

    @Test
    void ofMoreThanTenTheOldestShouldGo() {
        IntStream.rangeClosed(0, 10).forEach(n -> browser(ana, "/" + n));
        assertThat(subscriptions(ana)).hasSize(10);
        assertThat(count("push_subscriptions where user_id = $1 and endpoint like '%/0'", ana))
                .isZero();
    }

    @Test
    void onlyOnesOwnShouldBeDeleted() {
        browser(ana, "/a");
        var path =
                SUBSCRIPTIONS
                        + "/"
                        + subscriptions(ana).getFirst().path("subscriptionId").asString();
        expectProblem(
                send(HttpMethod.DELETE, bruno, path, Map.of()), 404, "push-subscription-not-found");
        send(HttpMethod.DELETE, ana, path, Map.of()).expectStatus().isNoContent();
        assertThat(subscriptions(ana)).isEmpty();
        expectProblem(
                send(HttpMethod.DELETE, ana, path, Map.of()), 404, "push-subscription-not-found");
        expectProblem(
                send(HttpMethod.DELETE, ana, SUBSCRIPTIONS + "/nothing", Map.of()),
                400,
                "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example/a",
                "http://8.8.8.8/a",
                "https://10.0.0.1/a",
                "https://192.168.1.1:8443/a",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/a",
                "https://0x7f000001/a",
                "https://a@push.example/a",
                "ftp://push.example/a",
                "nowhere"
            })
    void anEndpointThatIsNotPublicShouldBeRefused(String endpoint) {
        var asked = new TestBrowser(endpoint).subscription(false);
        expectProblem(
                send(HttpMethod.PUT, ana, SUBSCRIPTIONS, asked), 422, "push-endpoint-refused");
        assertThat(subscriptions(ana)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"p256dh, AAAA", "auth, AAAA", "auth, ?"})
    void keysThatAreNoneShouldBeRefused(String key, String value) {
        var asked = new HashMap<>(new TestBrowser(service.endpoint("/a")).subscription(false));
        @SuppressWarnings("unchecked")
        var keys = new HashMap<>((Map<String, Object>) asked.get("keys"));
        keys.put(key, value);
        asked.put("keys", keys);
        expectProblem(send(HttpMethod.PUT, ana, SUBSCRIPTIONS, asked), 400, "validation-failed");
    }

    @Test
    void theKeyShouldBeTheSameForEverybody() {
        var key = json(get(ana, "/push/key").expectStatus().isOk()).path("publicKey").asString();
        assertThat(key).matches("B[A-Za-z0-9_-]{86}");
        assertThat(json(get(UUID.randomUUID(), "/push/key")).path("publicKey").asString())
                .isEqualTo(key);
    }
}

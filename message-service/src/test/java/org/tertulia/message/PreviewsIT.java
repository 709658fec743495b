package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tertulia.message.webpages.PageSite;
import tools.jackson.databind.JsonNode;

/** Previews of links in messages, of a web site on this machine that the operator has allowed. */
class PreviewsIT extends MessageApi {

    private static final String PREVIEWS = "/api/v1/chats/{id}/messages/{seq}/previews";
    private static final long PATIENCE_SECONDS = 20;
    private static final PageSite site = PageSite.start();

    @Autowired MeterRegistry meters;

    @DynamicPropertySource
    static void whatMayBeFetched(DynamicPropertyRegistry properties) {
        properties.add(
                "tertulia.message.previews.fetch.allowed-private-ranges",
                () -> "127.0.0.1/32,127.0.0.3/32,::1/128");
        properties.add("tertulia.message.previews.fetch.timeout", () -> "30s");
        properties.add("tertulia.message.previews.max-waiting", () -> "1");
        properties.add("tertulia.message.previews.fetch.ports", () -> "80,443," + site.port());
    }

    @AfterAll
    static void stop() {
        site.stop();
    }

    @Test
    void aMemberShouldSeeWhatTheLinksOfAMessageLeadTo() {
        site.page(
                "/cafe",
                "<meta property=og:site_name content=Sitio><title>El café</title><meta name=description content='Abierto &lt;b&gt;'>");
        site.page("/plain", "<title>Plain</title>");
        site.page("/untold", "<p>nothing");
        var chat = chatOf(ana, bruno);
        var text =
                "mira %s y %s, `%s` %s"
                        .formatted(
                                site.url("/cafe#menu"),
                                site.url("/plain"),
                                site.url("/code"),
                                site.url("/untold"));
        var seq = steps.say(ana, chat, text).path("seq").asLong();

        var items = complete(bruno, chat, seq).path("items");
        assertThat(items.size()).isEqualTo(2);
        var first = items.path(0);
        assertThat(first.path("url").asString()).isEqualTo(site.url("/cafe#menu"));
        assertThat(first.path("siteName").asString()).isEqualTo("Sitio");
        assertThat(first.path("title").asString()).isEqualTo("El café");
        assertThat(first.path("description").asString()).isEqualTo("Abierto <b>");
        assertThat(items.path(1).path("title").asString()).isEqualTo("Plain");
        assertThat(items.path(1).has("description")).isFalse();
        assertThat(targets()).doesNotContain("/code");
    }

    @Test
    void aPageShouldBeFetchedOnceForAll() {
        site.page("/once", "<title>Once</title>");
        site.answer("/broken", 500, Map.of(), new byte[0]);
        var text = site.url("/once") + " " + site.url("/broken");
        for (int i = 0; i < 2; i++) {
            var chat = chatOf(ana, bruno);
            var seq = steps.say(ana, chat, text).path("seq").asLong();
            for (var person : List.of(ana, bruno)) {
                assertThat(complete(person, chat, seq).path("items").size()).isEqualTo(1);
            }
        }
        assertThat(targets()).containsOnlyOnce("/once", "/broken");
    }

    @Test
    void aSlowPageShouldNotKeepTheReaderWaiting() {
        var arrived = new CountDownLatch(1);
        site.on(
                "/slow",
                exchange -> {
                    await(arrived);
                    var page = "<title>Slow</title>".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                });
        var chat = chatOf(ana);
        var seq = steps.say(ana, chat, site.url("/slow")).path("seq").asLong();
        var first = steps.read(ana, PREVIEWS, chat.id(), seq);
        arrived.countDown();

        assertThat(first.path("pending").asBoolean()).isTrue();
        assertThat(first.path("items").isEmpty()).isTrue();
        assertThat(complete(ana, chat, seq).path("items").path(0).path("title").asString())
                .isEqualTo("Slow");
        assertThat(targets()).containsOnlyOnce("/slow");
    }

    /** Two of one host are fetched at a time, and one more may wait. */
    @Test
    void whatFindsNoRoomShouldBeAskedForAgain() {
        var go = new CountDownLatch(1);
        for (var path : List.of("/full1", "/full2", "/full3")) {
            site.on(
                    path,
                    exchange -> {
                        await(go);
                        exchange.sendResponseHeaders(404, -1);
                    });
        }
        site.page("/later", "<title>Later</title>");
        var chat = chatOf(ana);
        var full = "%1$s1 %1$s2 %1$s3".formatted(site.url("/full"));
        steps.read(ana, PREVIEWS, chat.id(), steps.say(ana, chat, full).path("seq").asLong());
        var seq = steps.say(ana, chat, site.url("/later")).path("seq").asLong();
        var first = steps.read(ana, PREVIEWS, chat.id(), seq);
        assertThat(first.path("pending").asBoolean()).isTrue();
        assertThat(fetches("busy")).isEqualTo(1);
        assertThat(targets()).doesNotContain("/later", "/full3");
        go.countDown();

        assertThat(complete(ana, chat, seq).path("items").path(0).path("title").asString())
                .isEqualTo("Later");
    }

    @Test
    void whatIsNotPublicShouldHaveNoPreview() {
        var chat = chatOf(ana);
        var text =
                "http://127.0.0.2:%1$d/inner http://10.0.0.1/inner http://[::ffff:127.0.0.2]:%1$d/inner"
                        .formatted(site.port());
        var seq = steps.say(ana, chat, text).path("seq").asLong();
        assertThat(complete(ana, chat, seq).path("items").isEmpty()).isTrue();
        assertThat(targets()).doesNotContain("/inner");
    }

    @Test
    void aHostShouldBeLookedUp() {
        site.page("/named", "<title>Named</title>");
        var chat = chatOf(ana);
        var text = "http://localhost:%d/named".formatted(site.port());
        var seq = steps.say(ana, chat, text).path("seq").asLong();
        assertThat(complete(ana, chat, seq).path("items").path(0).path("title").asString())
                .isEqualTo("Named");
    }

    /** Nobody listens at this address. */
    @Test
    void aHostThatDoesNotAnswerShouldBeLeftAlone() {
        var chat = chatOf(ana);
        var nowhere = "http://127.0.0.3:%d/".formatted(site.port());
        for (var text : List.of("%1$s1 %1$s2 %1$s3", "%1$s4 %1$s5")) {
            var seq = steps.say(ana, chat, text.formatted(nowhere)).path("seq").asLong();
            assertThat(complete(ana, chat, seq).path("items").isEmpty()).isTrue();
        }
        assertThat(fetches("unreachable")).isEqualTo(3);
        assertThat(fetches("resting")).isEqualTo(2);
    }

    private double fetches(String result) {
        return meters.counter("message.preview.fetch", "result", result).count();
    }

    @Test
    void whatWasDeletedShouldHaveNoPreview() {
        site.page("/deleted", "<title>Deleted</title>");
        var chat = chatOf(ana);
        var seq = steps.say(ana, chat, site.url("/deleted")).path("seq").asLong();
        assertThat(complete(ana, chat, seq).path("items").size()).isEqualTo(1);
        client.delete()
                .uri("/api/v1/chats/{id}/messages/{seq}", chat.id(), seq)
                .header("Authorization", ana.bearer())
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        assertThat(complete(ana, chat, seq).path("items").isEmpty()).isTrue();
    }

    @Test
    void whoMayNotReadAMessageShouldNotHaveAnythingFetched() {
        site.page("/secret", "<title>Secret</title>");
        var chat = chatOf(ana);
        var seq = steps.say(ana, chat, site.url("/secret")).path("seq").asLong();
        expectProblem(bruno, chat.id(), seq, "chat-not-found");
        expectProblem(bruno, UUID.randomUUID(), seq, "chat-not-found");
        expectProblem(ana, chat.id(), 1, "message-not-found");
        expectProblem(ana, chat.id(), 99, "message-not-found");
        assertThat(targets()).doesNotContain("/secret");
    }

    private void expectProblem(TestPerson person, UUID chat, long seq, String slug) {
        person.get(client, PREVIEWS, chat, seq)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + slug);
    }

    /** Asks until nothing is pending. */
    private JsonNode complete(TestPerson person, TestChat chat, long seq) {
        return Awaitility.await()
                .until(
                        () -> steps.read(person, PREVIEWS, chat.id(), seq),
                        found -> !found.path("pending").asBoolean());
    }

    private static List<String> targets() {
        return site.asked().stream().map(PageSite.Asked::target).toList();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

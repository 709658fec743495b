package org.tertulia.message.webpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.tertulia.message.webpages.PageUnavailable.Reason;
import org.tertulia.starter.egress.HostLookup;
import org.tertulia.starter.egress.OutgoingHttp;
import org.tertulia.starter.egress.WebAddress;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

class WebPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PAGE = "<title>Hola</title>";
    private static final List<String> HERE = List.of("127.0.0.1");

    private static final LoopResources loops =
            LoopResources.create("test-pages", 1, 1, true, false);

    private final PageSite site = PageSite.start();
    private final AtomicInteger lookups = new AtomicInteger();
    private Duration timeout = Duration.ofSeconds(10);

    @AfterEach
    void stop() {
        site.stop();
    }

    @AfterAll
    static void stopLoops() {
        loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
    }

    @Test
    void aPageShouldTellWhatItIs() throws Exception {
        site.page("/a", PAGE);
        var page = read(pages(HERE), "http://site.test:%d/a?b=c".formatted(site.port()));

        assertThat(page.title()).isEqualTo("Hola");
        var asked = site.asked().getFirst();
        assertThat(asked.target()).isEqualTo("/a?b=c");
        assertThat(asked.headers())
                .contains("host: site.test:" + site.port(), "user-agent: " + PageClient.USER_AGENT)
                .noneMatch(header -> header.startsWith("cookie"))
                .noneMatch(header -> header.startsWith("authorization"))
                .noneMatch(header -> header.startsWith("traceparent"))
                .noneMatch(header -> header.startsWith("referer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://127.0.0.53:%d/",
                "http://localhost:%d/",
                "http://LocalHost.:%d/",
                "http://name.test:%d/",
                "http://xn--espaa-rta.test:%d/",
                "http://españa.test:%d/",
                "http://127。0。0。1:%d/",
                "http://①②⑦.0.0.1:%d/",
                "http://[::1]:%d/",
                "http://[0:0:0:0:0:0:0:1]:%d/",
                "http://[::]:%d/",
                "http://[::127.0.0.1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[2002:7f00:1::1]:%d/",
                "http://[fe80::1]:%d/",
                "http://[fd00::1]:%d/",
                "http://0.0.0.0:%d/",
                "http://10.0.0.1:%d/",
                "http://169.254.169.254:%d/latest/meta-data/",
                "http://192.168.1.1:%d/",
                "http://100.64.0.1:%d/",
                "http://255.255.255.255:%d/",
                "https://127.0.0.1:%d/"
            })
    void whatIsNotPublicShouldNeverBeConnectedTo(String url) {
        assertThat(failure(pages(List.of()), url.formatted(site.port())).reason())
                .isEqualTo(Reason.REFUSED);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void aHostWithOnePrivateAddressShouldBeRefusedWithAllOfThem() {
        for (var answer : List.of("127.0.0.1 10.0.0.1", "10.0.0.1 127.0.0.1", "127.0.0.1 ::1")) {
            assertThat(failure(pages(HERE, answer), nameOf("/")).reason())
                    .isEqualTo(Reason.REFUSED);
        }
        assertThat(site.asked()).isEmpty();
    }

    /** The second look-up would have been the one that counts, were there one. */
    @Test
    void aHostThatAnswersOtherwiseTheSecondTimeShouldBeConnectedToWhereItWasChecked() {
        site.page("/", PAGE);
        var pages = pages(HERE, "127.0.0.1", "10.0.0.1");
        assertThat(read(pages, nameOf("/")).title()).isEqualTo("Hola");
        assertThat(lookups).hasValue(1);
        assertThat(failure(pages, nameOf("/")).reason()).isEqualTo(Reason.REFUSED);
        assertThat(lookups).hasValue(2);
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void eachRedirectShouldBeCheckedAnew() {
        site.redirect("/name", "http://other.test:%d/inner".formatted(site.port()))
                .redirect("/address", "http://127.0.0.2:%d/inner".formatted(site.port()))
                .redirect("/metadata", "http://169.254.169.254/latest/meta-data/")
                .redirect("/port", "http://127.0.0.1:22/")
                .redirect("/scheme", "file:///etc/passwd")
                .redirect("/decimal", "http://2130706433:%d/inner".formatted(site.port()))
                .page("/inner", PAGE);
        for (var path : List.of("/name", "/address", "/metadata", "/port", "/scheme", "/decimal")) {
            assertThat(failure(pages(HERE, "127.0.0.1", "10.0.0.1"), nameOf(path)).reason())
                    .isEqualTo(Reason.REFUSED);
        }
        assertThat(site.asked()).noneMatch(asked -> asked.target().equals("/inner"));
    }

    @Test
    void aFewRedirectsShouldBeFollowed() {
        site.redirect("/0", "1").redirect("/1", "/2").redirect("/2", "?3").redirect("/3", "4");
        site.on(
                "/2",
                exchange -> {
                    var once = exchange.getRequestURI().getQuery() == null;
                    exchange.getResponseHeaders().set("Location", once ? "?x" : "/4");
                    exchange.sendResponseHeaders(307, -1);
                });
        site.page("/4", PAGE);
        assertThat(read(pages(HERE), site.url("/1")).title()).isEqualTo("Hola");
        assertThat(failure(pages(HERE), site.url("/0")).reason()).isEqualTo(Reason.UNUSABLE);
    }

    @Test
    void aPortThatIsNotOfTheWebShouldBeRefused() {
        var pages = pages(HERE);
        assertThat(failure(pages, "http://127.0.0.1:22/").reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure(pages, "https://site.test:25/").reason()).isEqualTo(Reason.REFUSED);
        assertThat(lookups).hasValue(0);
    }

    @Test
    void whatIsNotAPageShouldBeUnusable() {
        var html = Map.of("Content-Type", "text/html");
        site.answer("/image", 200, Map.of("Content-Type", "image/png"), PageSite.utf8(PAGE))
                .answer("/untyped", 200, Map.of(), PageSite.utf8(PAGE))
                .answer("/error", 500, html, PageSite.utf8(PAGE))
                .answer("/partial", 206, html, PageSite.utf8(PAGE))
                .answer("/nowhere", 302, Map.of(), new byte[0])
                .answer(
                        "/brotli",
                        200,
                        Map.of("Content-Type", "text/html", "Content-Encoding", "br"),
                        PageSite.utf8(PAGE))
                .answer(
                        "/notGzip",
                        200,
                        Map.of("Content-Type", "text/html", "Content-Encoding", "gzip"),
                        PageSite.utf8(PAGE));
        for (var path :
                List.of(
                        "/image",
                        "/untyped",
                        "/error",
                        "/partial",
                        "/nowhere",
                        "/missing",
                        "/brotli",
                        "/notGzip")) {
            assertThat(failure(pages(HERE), site.url(path)).reason())
                    .as(path)
                    .isEqualTo(Reason.UNUSABLE);
        }
    }

    @Test
    void ofAnEndlessPageOnlyTheBeginShouldBeRead() throws Exception {
        var hungUp = new CountDownLatch(1);
        site.on(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, 0);
                    try {
                        exchange.getResponseBody().write(PageSite.utf8(PAGE));
                        while (true) {
                            exchange.getResponseBody().write(new byte[8_192]);
                        }
                    } catch (IOException closed) {
                        hungUp.countDown();
                    }
                });
        assertThat(read(pages(HERE), site.url("/")).title()).isEqualTo("Hola");
        assertThat(hungUp.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void ofAPackedPageOnlyTheBeginShouldBeUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(PageSite.utf8(PAGE));
            for (int i = 0; i < 64; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        site.answer(
                "/",
                200,
                Map.of("Content-Type", "text/html", "Content-Encoding", "gzip"),
                packed.toByteArray());
        assertThat(read(pages(HERE), site.url("/")).title()).isEqualTo("Hola");
    }

    @Test
    void aHeadWithoutEndShouldNotBeRead() {
        site.answer(
                "/",
                200,
                Map.of("Content-Type", "text/html", "X-Long", "x".repeat(32_768)),
                PageSite.utf8(PAGE));
        assertThat(failure(pages(HERE), site.url("/")).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void aServerThatTakesTooLongShouldBeGivenUp() {
        timeout = Duration.ofMillis(300);
        var end = new CountDownLatch(1);
        site.on("/", exchange -> await(end));
        try {
            assertThat(failure(pages(HERE), site.url("/")).reason()).isEqualTo(Reason.TIMEOUT);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aHostThatIsNotFoundShouldBeUnreachable() {
        assertThat(failure(pages(HERE, ""), nameOf("/")).reason()).isEqualTo(Reason.UNREACHABLE);
        site.stop();
        assertThat(failure(pages(HERE), nameOf("/")).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void aCertificateShouldBeOfTheNameThatWasAskedFor() throws Exception {
        var certificate = TestCertificate.of("site.test");
        var secure = PageSite.secure(certificate.serving()).page("/", PAGE);
        try {
            var pages = secured(certificate, secure.port());
            assertThat(read(pages, "https://site.test:%d/".formatted(secure.port())).title())
                    .isEqualTo("Hola");
            assertThat(secure.asked().getFirst().headers())
                    .contains("host: site.test:" + secure.port());
            for (var other : List.of("other.test", "127.0.0.1")) {
                var url = "https://%s:%d/".formatted(other, secure.port());
                assertThat(failure(pages, url).reason()).isEqualTo(Reason.UNREACHABLE);
            }
            assertThat(secure.asked()).hasSize(1);
        } finally {
            secure.stop();
        }
    }

    private WebPages secured(TestCertificate certificate, int port) throws Exception {
        var tls =
                SslContextBuilder.forClient()
                        .trustManager(certificate.certificate())
                        .endpointIdentificationAlgorithm("HTTPS")
                        .build();
        var properties = properties(HERE, port);
        return new WebPages(
                host -> Mono.just(List.of(InetAddress.ofLiteral("127.0.0.1"))),
                new PageClient(loops, tls, properties),
                new PageReader(properties),
                Schedulers.boundedElastic(),
                properties);
    }

    private WebPages pages(List<String> allowed, String... answers) {
        var properties = properties(allowed, site.port());
        var tls = OutgoingHttp.trustingPublicAuthorities();
        return new WebPages(
                lookup(answers),
                new PageClient(loops, tls, properties),
                new PageReader(properties),
                Schedulers.boundedElastic(),
                properties);
    }

    /** Answers each look-up with the next of these, and then with the last; without any, with 127.0.0.1. */
    private HostLookup lookup(String... answers) {
        var next = new ArrayDeque<>(List.of(answers));
        return host ->
                Mono.fromSupplier(
                        () -> {
                            lookups.incrementAndGet();
                            var answer = next.size() > 1 ? next.poll() : next.peek();
                            return addresses(answer == null ? "127.0.0.1" : answer);
                        });
    }

    private static List<InetAddress> addresses(String answer) {
        return answer.isEmpty()
                ? List.of()
                : List.of(answer.split(" ")).stream().map(InetAddress::ofLiteral).toList();
    }

    private WebPagesProperties properties(List<String> allowed, int port) {
        return new WebPagesProperties(
                allowed,
                Set.of(80, 443, port),
                timeout,
                DataSize.ofKilobytes(256),
                DataSize.ofMegabytes(1),
                3);
    }

    private String nameOf(String path) {
        return "http://site.test:%d%s".formatted(site.port(), path);
    }

    private static PageSummary read(WebPages pages, String url) {
        return pages.read(WebAddress.parse(url).orElseThrow()).block(PATIENCE);
    }

    private static PageUnavailable failure(WebPages pages, String url) {
        return catchThrowableOfType(PageUnavailable.class, () -> read(pages, url));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

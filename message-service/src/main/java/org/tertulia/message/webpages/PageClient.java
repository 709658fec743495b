package org.tertulia.message.webpages;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslContext;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.message.webpages.PageUnavailable.Reason;
import org.tertulia.starter.egress.OutgoingHttp;
import org.tertulia.starter.egress.WebAddress;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.LoopResources;

/**
 * Asks one server for one page, once: at the address it is given, which it never looks up, with no cookie, no
 * credentials, no proxy and nothing of who asks, and without following anything. Each connection is a new one.
 */
@Component
final class PageClient {

    /** Says who asks, so that a site can tell, and refuse. */
    static final String USER_AGENT = "TertuliaPreviews/1.0 (link previews of a chat; no crawler)";

    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final int OK = 200;
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

    private final OutgoingHttp http;
    private final int maxBody;

    PageClient(LoopResources pageLoops, SslContext pageTls, WebPagesProperties properties) {
        this.maxBody = Math.toIntExact(properties.maxBody().toBytes());
        var client = HttpClient.newConnection().keepAlive(false).headers(PageClient::describe);
        this.http = new OutgoingHttp(client, pageLoops, pageTls);
    }

    private static void describe(HttpHeaders headers) {
        headers.set(HttpHeaderNames.USER_AGENT, USER_AGENT)
                .set(HttpHeaderNames.ACCEPT, "text/html,application/xhtml+xml")
                .set(HttpHeaderNames.ACCEPT_ENCODING, "gzip");
    }

    /**
     * What the server answers. Fails with {@link PageUnavailable} when that is neither a page nor a redirect, else with
     * what the network fails with.
     *
     * @param checked the host's address; it is connected to, and no other
     */
    Mono<PageAnswer> get(WebAddress address, InetAddress checked) {
        return http.at(address, checked).get().uri(address.target()).response(this::answer).next();
    }

    private Mono<PageAnswer> answer(HttpClientResponse response, ByteBufFlux body) {
        var status = response.status().code();
        var headers = response.responseHeaders();
        var location = headers.get(HttpHeaderNames.LOCATION);
        if (MOVED.contains(status) && location != null) {
            return Mono.just(new PageAnswer.Moved(decoded(location)));
        }
        var type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        var encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
        var packed = encoding.strip().toLowerCase(Locale.ROOT).equals("gzip");
        if (status != OK || !isPage(type) || !(packed || encoding.strip().equals("identity"))) {
            return Mono.error(
                    new PageUnavailable(
                            Reason.UNUSABLE, "%d, %s, %s".formatted(status, type, encoding)));
        }
        return firstBytes(body).map(bytes -> new PageAnswer.Body(type, packed, bytes));
    }

    private Mono<byte[]> firstBytes(ByteBufFlux body) {
        return Mono.defer(
                () -> {
                    var bytes = new ByteArrayOutputStream();
                    return body.asByteArray()
                            .doOnNext(bytes::writeBytes)
                            .takeUntil(more -> bytes.size() >= maxBody)
                            .then(Mono.fromSupplier(() -> cut(bytes.toByteArray())));
                });
    }

    private byte[] cut(byte[] bytes) {
        return bytes.length > maxBody ? Arrays.copyOf(bytes, maxBody) : bytes;
    }

    private static boolean isPage(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        var end = contentType.indexOf(';');
        var type = end < 0 ? contentType : contentType.substring(0, end);
        return PAGES.contains(type.strip().toLowerCase(Locale.ROOT));
    }

    /** Headers come as bytes; what is not ASCII in them is UTF-8 nowadays. */
    private static String decoded(String header) {
        return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}

package org.tertulia.message.webpages;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslContext;
import io.netty.resolver.NoopAddressResolverGroup;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.tertulia.message.webpages.PageUnavailable.Reason;
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

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final DataSize MAX_HEAD = DataSize.ofKilobytes(16);
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final int OK = 200;
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

    private final HttpClient client;
    private final SslContext tls;
    private final int maxBody;

    PageClient(LoopResources pageLoops, SslContext pageTls, WebPagesProperties properties) {
        this.tls = pageTls;
        this.maxBody = Math.toIntExact(properties.maxBody().toBytes());
        this.client =
                HttpClient.newConnection()
                        .runOn(pageLoops, false)
                        .noProxy()
                        .disableRetry(true)
                        .keepAlive(false)
                        // An address that was not looked up before can not be connected to.
                        .resolver(NoopAddressResolverGroup.INSTANCE)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                        .httpResponseDecoder(
                                decoder -> decoder.maxHeaderSize((int) MAX_HEAD.toBytes()))
                        .headers(PageClient::describe);
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
        var host = AddressGuard.named(hostName(address), checked);
        var server = new InetSocketAddress(host, address.port());
        var plain =
                client.remoteAddress(() -> server)
                        .headers(h -> h.set(HttpHeaderNames.HOST, address.authority()));
        // The certificate must be one of the name that stands with the address, which is also the
        // one that is sent.
        var secured = address.secure() ? plain.secure(spec -> spec.sslContext(tls)) : plain;
        return secured.get().uri(address.target()).response(this::answer).next();
    }

    private static String hostName(WebAddress address) {
        return address.host().replace("[", "").replace("]", "");
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

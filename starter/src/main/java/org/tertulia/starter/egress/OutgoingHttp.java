package org.tertulia.starter.egress;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLException;
import org.springframework.util.unit.DataSize;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/**
 * HTTP to servers that people name: at a checked address, which is never looked up again, with no cookie, no credentials,
 * no proxy, and without following or repeating anything.
 */
public final class OutgoingHttp {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final DataSize MAX_HEAD = DataSize.ofKilobytes(16);

    private final HttpClient client;
    private final SslContext tls;

    /**
     * @param client how connections are made, or kept
     * @param loops threads of its own: what strange servers send keeps nobody waiting who talks
     * @param tls whom to trust
     */
    public OutgoingHttp(HttpClient client, LoopResources loops, SslContext tls) {
        this.tls = tls;
        this.client =
                client.runOn(loops, false)
                        .noProxy()
                        .disableRetry(true)
                        // An address that was not looked up before can not be connected to.
                        .resolver(NoopAddressResolverGroup.INSTANCE)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                        .httpResponseDecoder(
                                decoder -> decoder.maxHeaderSize((int) MAX_HEAD.toBytes()));
    }

    /** Trusts whom the JDK trusts, and takes only certificates of the host that was asked for. */
    public static SslContext trustingPublicAuthorities() {
        try {
            return SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
        } catch (SSLException e) {
            throw new IllegalStateException("There is no TLS", e);
        }
    }

    /**
     * A client that speaks with one server and no other.
     *
     * @param checked the host's address, from {@link CheckedHosts}; it is connected to
     */
    public HttpClient at(WebAddress address, InetAddress checked) {
        var host = AddressGuard.named(hostName(address), checked);
        var server = new InetSocketAddress(host, address.port());
        var plain =
                client.remoteAddress(() -> server)
                        .headers(h -> h.set(HttpHeaderNames.HOST, address.authority()));
        // The certificate must be one of the name that stands with the address, which is also the
        // one that is sent.
        return address.secure() ? plain.secure(spec -> spec.sslContext(tls)) : plain;
    }

    private static String hostName(WebAddress address) {
        return address.host().replace("[", "").replace("]", "");
    }
}

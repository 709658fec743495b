package org.tertulia.starter.egress;

import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.resources.LoopResources;

/**
 * Asks the system's name servers, without a thread that waits for them. Names are taken as whole ones, never as the
 * begin of one in the operator's own domain. Nothing is remembered: names are many, and chosen by others.
 */
public final class DnsLookup implements HostLookup, AutoCloseable {

    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(1);

    /** Questions for one name, with those for what it is an alias of. */
    private static final int MAX_QUERIES = 8;

    private final DnsNameResolver resolver;

    /** Waits for answers on these threads. */
    public DnsLookup(LoopResources loops) {
        this.resolver =
                new DnsNameResolverBuilder(loops.onClient(false).next())
                        .datagramChannelType(NioDatagramChannel.class)
                        .socketChannelType(NioSocketChannel.class)
                        .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
                        .queryTimeoutMillis(QUERY_TIMEOUT.toMillis())
                        .maxQueriesPerResolve(MAX_QUERIES)
                        .searchDomains(List.of())
                        .resolveCache(NoopDnsCache.INSTANCE)
                        .cnameCache(NoopDnsCnameCache.INSTANCE)
                        .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
                        .build();
    }

    @Override
    public Mono<List<InetAddress>> addressesOf(String host) {
        return Mono.create(sink -> ask(host, sink));
    }

    private void ask(String host, MonoSink<List<InetAddress>> sink) {
        var asked = resolver.resolveAll(host);
        sink.onCancel(() -> asked.cancel(false));
        var unused = asked.addListener(answered -> tell(asked, sink));
    }

    private static void tell(Future<List<InetAddress>> answered, MonoSink<List<InetAddress>> sink) {
        if (answered.isSuccess()) {
            sink.success(answered.getNow());
        } else {
            sink.error(answered.cause());
        }
    }

    @Override
    public void close() {
        resolver.close();
    }
}

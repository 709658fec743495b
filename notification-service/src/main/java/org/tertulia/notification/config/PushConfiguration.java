package org.tertulia.notification.config;

import io.netty.handler.ssl.SslContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.starter.egress.DnsLookup;
import org.tertulia.starter.egress.HostLookup;
import org.tertulia.starter.egress.OutgoingHttp;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/** Threads of their own: neither strange servers nor arithmetic keep anybody waiting. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {

    private static final int CRYPTO_THREADS = 2;
    private static final int CRYPTO_QUEUE = 1_024;
    private static final int CRYPTO_IDLE_SECONDS = 60;

    @Bean(destroyMethod = "dispose")
    LoopResources pushLoops() {
        return LoopResources.create("push", 1, 1, true, false);
    }

    @Bean
    HostLookup pushHostLookup(LoopResources pushLoops) {
        return new DnsLookup(pushLoops);
    }

    @Bean
    SslContext pushTls() {
        return OutgoingHttp.trustingPublicAuthorities();
    }

    @Bean(destroyMethod = "dispose")
    Scheduler pushCrypto() {
        return Schedulers.newBoundedElastic(
                CRYPTO_THREADS, CRYPTO_QUEUE, "push-crypto", CRYPTO_IDLE_SECONDS, true);
    }
}

package org.tertulia.message.webpages;

import io.netty.handler.ssl.SslContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.starter.egress.DnsLookup;
import org.tertulia.starter.egress.HostLookup;
import org.tertulia.starter.egress.OutgoingHttp;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/** Threads of its own: what strange servers send keeps nobody waiting who talks. */
@Configuration(proxyBeanMethods = false)
class WebPagesConfiguration {

    private static final int PARSERS = 1;
    private static final int PARSER_QUEUE = 256;
    private static final int PARSER_IDLE_SECONDS = 60;

    @Bean(destroyMethod = "dispose")
    LoopResources pageLoops() {
        return LoopResources.create("pages", 1, 1, true, false);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler pageParsers() {
        return Schedulers.newBoundedElastic(
                PARSERS, PARSER_QUEUE, "page-parser", PARSER_IDLE_SECONDS, true);
    }

    @Bean
    SslContext pageTls() {
        return OutgoingHttp.trustingPublicAuthorities();
    }

    @Bean
    HostLookup pageHosts(LoopResources pageLoops) {
        return new DnsLookup(pageLoops);
    }
}

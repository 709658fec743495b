package org.tertulia.message.webpages;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import javax.net.ssl.SSLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

    /** Trusts whom the JDK trusts. */
    @Bean
    SslContext pageTls() throws SSLException {
        return SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
    }
}

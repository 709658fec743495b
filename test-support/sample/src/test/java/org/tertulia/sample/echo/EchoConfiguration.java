package org.tertulia.sample.echo;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Puts the WebSocket on its path. */
@Configuration(proxyBeanMethods = false)
class EchoConfiguration {

    private static final int BEFORE_THE_CONTROLLERS = -1;

    @Bean
    SimpleUrlHandlerMapping sockets() {
        return new SimpleUrlHandlerMapping(
                Map.of("/api/v1/echo", new EchoSocketHandler()), BEFORE_THE_CONTROLLERS);
    }
}

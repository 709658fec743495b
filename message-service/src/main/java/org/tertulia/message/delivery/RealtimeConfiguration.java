package org.tertulia.message.delivery;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Puts the WebSocket at its path. */
@Configuration(proxyBeanMethods = false)
class RealtimeConfiguration {

    @Bean
    SimpleUrlHandlerMapping realtimeMapping(RealtimeHandler handler) {
        return new SimpleUrlHandlerMapping(
                Map.of("/api/v1/realtime", handler), Ordered.HIGHEST_PRECEDENCE);
    }
}

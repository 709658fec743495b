package org.tertulia.message.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Serves the AsyncAPI file, which is written by hand and held to the code by a test. */
@Configuration(proxyBeanMethods = false)
class AsyncApiConfiguration {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    @Bean
    RouterFunction<ServerResponse> asyncApi() {
        var document = new ClassPathResource("asyncapi/message-service.yaml");
        return RouterFunctions.route()
                .GET(
                        "/asyncapi.yaml",
                        request -> ServerResponse.ok().contentType(YAML).bodyValue(document))
                .build();
    }
}

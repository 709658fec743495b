package org.tertulia.test;

import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.tertulia.sample.SampleApplication;

/** Another instance of the service under test, on the same database and broker. */
final class SecondInstance {

    private static final String[] SHARED = {
        "spring.r2dbc.url",
        "spring.r2dbc.username",
        "spring.r2dbc.password",
        "spring.flyway.url",
        "spring.flyway.user",
        "spring.flyway.password",
        "spring.kafka.bootstrap-servers",
        "eureka.client.enabled",
        "tertulia.security.jwk-set-uri",
        "tertulia.security.issuer"
    };

    private SecondInstance() {}

    static ConfigurableApplicationContext startBeside(Environment first, String... properties) {
        var shared =
                Stream.of(SHARED).map(name -> "--%s=%s".formatted(name, first.getProperty(name)));
        var own = Stream.of(properties).map("--%s"::formatted);
        return new SpringApplicationBuilder(SampleApplication.class)
                .run(
                        Stream.of(shared, own, Stream.of("--server.port=0"))
                                .flatMap(part -> part)
                                .toArray(String[]::new));
    }
}

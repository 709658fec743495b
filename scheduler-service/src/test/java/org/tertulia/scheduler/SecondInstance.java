package org.tertulia.scheduler;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** Another instance of the service, on the database, the broker and the clock of the one under test. */
final class SecondInstance implements AutoCloseable {

    private static final List<String> SHARED =
            List.of(
                    "spring.r2dbc.url",
                    "spring.r2dbc.username",
                    "spring.r2dbc.password",
                    "spring.flyway.url",
                    "spring.flyway.user",
                    "spring.flyway.password",
                    "spring.kafka.bootstrap-servers",
                    "tertulia.security.jwk-set-uri",
                    "tertulia.security.issuer",
                    "tertulia.scheduler.firing.batch-size");

    private final ConfigurableApplicationContext context;

    private SecondInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A running one, beside the one that has this environment. */
    static SecondInstance beside(Environment first, Clock clock) {
        return new SecondInstance(
                new SpringApplicationBuilder(SchedulerServiceApplication.class)
                        .initializers(
                                context ->
                                        ((GenericApplicationContext) context)
                                                .registerBean("clock", Clock.class, () -> clock))
                        .run(arguments(first).toArray(String[]::new)));
    }

    /** What an instance beside the one that has this environment is started with. */
    static List<String> arguments(Environment first) {
        var arguments =
                new ArrayList<>(List.of("--eureka.client.enabled=false", "--server.port=0"));
        SHARED.forEach(key -> arguments.add("--%s=%s".formatted(key, first.getProperty(key, ""))));
        return arguments;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.tertulia.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Another instance of the service, on the database and the broker of the one under test. */
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
                    "tertulia.security.issuer");

    private final ConfigurableApplicationContext context;
    private final WebTestClient client;

    private SecondInstance(ConfigurableApplicationContext context) {
        this.context = context;
        this.client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port())
                        .responseTimeout(Duration.ofSeconds(15))
                        .build();
    }

    /** A running one, beside the one that has this environment. */
    static SecondInstance beside(Environment first) {
        var arguments =
                new ArrayList<>(List.of("--eureka.client.enabled=false", "--server.port=0"));
        SHARED.forEach(key -> arguments.add("--%s=%s".formatted(key, first.getProperty(key, ""))));
        return new SecondInstance(
                new SpringApplicationBuilder(MessageServiceApplication.class)
                        .initializers(SecondInstance::giveOwnLoops)
                        .run(arguments.toArray(String[]::new)));
    }

    /** By default all instances of a JVM share theirs, until the first of them is closed. */
    private static void giveOwnLoops(ConfigurableApplicationContext context) {
        context.getBeanFactory()
                .addBeanPostProcessor(
                        new BeanPostProcessor() {
                            @Override
                            public Object postProcessBeforeInitialization(
                                    Object bean, String name) {
                                if (bean instanceof ReactorResourceFactory loops) {
                                    loops.setUseGlobalResources(false);
                                }
                                return bean;
                            }
                        });
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    WebTestClient client() {
        return client;
    }

    /** Begins to stop: what is connected is sent away, and nobody let in. */
    void stopDelivery() {
        context.getBean("deliveries", Lifecycle.class).stop();
    }

    @Override
    public void close() {
        context.close();
    }
}

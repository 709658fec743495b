package org.tertulia.test;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.ClassUtils;
import org.tertulia.test.engine.KafkaBroker;
import org.tertulia.test.engine.KafkaBrokers;
import org.tertulia.test.engine.PostgresServer;
import org.tertulia.test.engine.S3Server;

/** Tells a service under test where its servers are, by properties below those that the test itself sets. */
final class ServiceTestInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PROPERTIES_OF_THE_TEST =
            TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
    private static final String DYNAMIC_PROPERTIES_OF_THE_TEST = "Dynamic Test Properties";
    private static final String NEEDS_POSTGRES =
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration";
    private static final String NEEDS_KAFKA = "org.springframework.kafka.core.KafkaTemplate";
    private static final String NEEDS_S3 = "software.amazon.awssdk.services.s3.S3AsyncClient";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = new HashMap<String, Object>();
        properties.put("eureka.client.enabled", "false");
        properties.put("tertulia.security.jwk-set-uri", TestTokens.jwksUri().toString());
        properties.put("tertulia.security.issuer", TestTokens.ISSUER);
        properties.put("logging.level.org.apache.kafka", "ERROR");
        if (isPresent(NEEDS_POSTGRES) && !isSet(context, "spring.r2dbc.url")) {
            putDatabase(properties);
        }
        if (isPresent(NEEDS_KAFKA) && !isSet(context, "spring.kafka.bootstrap-servers")) {
            properties.put("spring.kafka.bootstrap-servers", broker(context).bootstrapServers());
        }
        if (isPresent(NEEDS_S3) && !isSet(context, "tertulia.media.store.endpoint")) {
            properties.putAll(S3Server.shared().emptyBucket().properties());
        }
        put(context.getEnvironment(), properties);
    }

    private static void putDatabase(Map<String, Object> properties) {
        var database = PostgresServer.shared().emptyDatabase();
        properties.put("spring.r2dbc.url", database.r2dbcUrl());
        properties.put("spring.r2dbc.username", database.user());
        properties.put("spring.r2dbc.password", database.password());
        properties.put("spring.flyway.url", database.jdbcUrl());
        properties.put("spring.flyway.user", database.user());
        properties.put("spring.flyway.password", database.password());
    }

    private static KafkaBroker broker(ConfigurableApplicationContext context) {
        var broker = KafkaBrokers.take();
        context.addApplicationListener(
                event -> {
                    if (event instanceof ContextClosedEvent closed
                            && closed.getApplicationContext().equals(context)) {
                        // Listeners are only about to stop: the broker is cleared when it is next
                        // taken.
                        KafkaBrokers.giveBack(broker);
                    }
                });
        return broker;
    }

    private static void put(ConfigurableEnvironment environment, Map<String, Object> properties) {
        var source = new MapPropertySource("Servers of the test", properties);
        if (environment.getPropertySources().contains(PROPERTIES_OF_THE_TEST)) {
            environment.getPropertySources().addAfter(PROPERTIES_OF_THE_TEST, source);
        } else {
            environment.getPropertySources().addFirst(source);
        }
    }

    private static boolean isSet(ConfigurableApplicationContext context, String property) {
        var sources = context.getEnvironment().getPropertySources();
        return Stream.of(PROPERTIES_OF_THE_TEST, DYNAMIC_PROPERTIES_OF_THE_TEST)
                .map(sources::get)
                .anyMatch(source -> source != null && source.containsProperty(property));
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, ServiceTestInitializer.class.getClassLoader());
    }
}

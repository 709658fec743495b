package org.tertulia.test;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The Kafka of the test that is running: {@link KafkaRecords} and {@link TestEvents} use it unless told another. */
final class CurrentKafka implements BeforeAllCallback, BeforeEachCallback {

    private static volatile @Nullable String bootstrapServers;

    static String bootstrapServers() {
        var servers = bootstrapServers;
        if (servers == null) {
            throw new IllegalStateException(
                    "This test has neither @ServiceTest nor KafkaExtension");
        }
        return servers;
    }

    static void use(String servers) {
        bootstrapServers = servers;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        useThatOf(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        useThatOf(context);
    }

    private static void useThatOf(ExtensionContext context) {
        var environment = SpringExtension.getApplicationContext(context).getEnvironment();
        var servers = environment.getProperty("spring.kafka.bootstrap-servers");
        if (servers != null) {
            use(servers);
        }
    }
}

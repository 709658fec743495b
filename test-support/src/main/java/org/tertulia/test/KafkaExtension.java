package org.tertulia.test;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tertulia.test.engine.KafkaBroker;
import org.tertulia.test.engine.KafkaBrokers;

/**
 * A real Kafka broker without topics for each test class, for tests without Spring:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final KafkaExtension kafka = KafkaExtension.withTopics("message.events.v1");
 * }</pre>
 *
 * Topics are not created by using them.
 */
public final class KafkaExtension implements BeforeAllCallback, AfterAllCallback {

    private static final int PARTITIONS = 3;

    private final List<String> topics;
    private @Nullable KafkaBroker broker;

    private KafkaExtension(List<String> topics) {
        this.topics = topics;
    }

    /** A broker with these topics, of three partitions each. */
    public static KafkaExtension withTopics(String... topics) {
        return new KafkaExtension(List.of(topics));
    }

    /** A broker without topics. */
    public static KafkaExtension empty() {
        return withTopics();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        broker = KafkaBrokers.take();
        CurrentKafka.use(bootstrapServers());
        topics.forEach(topic -> createTopic(topic, PARTITIONS));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (broker != null) {
            KafkaBrokers.giveBack(broker);
        }
    }

    /** Where clients reach the broker. */
    public String bootstrapServers() {
        return Objects.requireNonNull(broker, "The test class has not begun").bootstrapServers();
    }

    /** Creates a topic and returns when it exists. */
    public void createTopic(String name, int partitions) {
        var where =
                Map.<String, Object>of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (var admin = Admin.create(where)) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot create the topic " + name, e);
        }
    }
}

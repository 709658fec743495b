package org.tertulia.starter.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are not there yet; leaves those that are as they are. */
final class TopicProvisioning {

    private static final long TIMEOUT_SECONDS = 10;

    private final Map<String, Object> adminConfig;
    private final KafkaEventsProperties properties;

    TopicProvisioning(Map<String, Object> adminConfig, KafkaEventsProperties properties) {
        this.adminConfig = adminConfig;
        this.properties = properties;
    }

    /** Makes sure that all of {@code names} exist; fails when the broker does not answer in time. */
    void provide(Set<String> names)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (var admin = Admin.create(adminConfig)) {
            var existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            var missing =
                    names.stream()
                            .filter(name -> !existing.contains(name))
                            .map(this::topic)
                            .toList();
            create(admin, missing);
        }
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, properties.partitions(), properties.replicationFactor());
    }

    private static void create(Admin admin, List<NewTopic> missing)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (var outcome : admin.createTopics(missing).values().values()) {
            try {
                outcome.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}

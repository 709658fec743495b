package org.tertulia.test.engine;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One Kafka broker that is also its own controller.
 *
 * @param bootstrapServers where clients reach it
 */
public record KafkaBroker(String bootstrapServers) {

    /** Removes every topic and every consumer group, so that the next user finds the broker as new. */
    void clear() {
        try (var admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var groups =
                    admin.listGroups().all().get(10, TimeUnit.SECONDS).stream()
                            .map(group -> group.groupId())
                            .collect(Collectors.toSet());
            admin.deleteConsumerGroups(groups).all().get(10, TimeUnit.SECONDS);
            var topics =
                    admin.listTopics().names().get(10, TimeUnit.SECONDS).stream()
                            .filter(Predicate.not(name -> name.startsWith("__")))
                            .collect(Collectors.toSet());
            admin.deleteTopics(topics).all().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka cannot be cleared", e);
        }
    }
}

package org.tertulia.test.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One Kafka broker that is also its own controller.
 *
 * @param bootstrapServers where clients reach it
 */
public record KafkaBroker(String bootstrapServers) {

    private static final int PATIENCE = 10;

    /**
     * Removes every topic and every consumer group, so that the next user finds the broker as new. Fails when a
     * group still has members, or when it takes too long.
     */
    void clear() {
        Map<String, Object> where =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var admin = Admin.create(where)) {
            var groups =
                    admin.listGroups().all().get(PATIENCE, TimeUnit.SECONDS).stream()
                            .map(group -> group.groupId())
                            .toList();
            admin.deleteConsumerGroups(groups).all().get(PATIENCE, TimeUnit.SECONDS);
            admin.deleteTopics(topics(admin)).all().get(PATIENCE, TimeUnit.SECONDS);
            awaitNoTopics(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka cannot be cleared", e);
        }
    }

    /** A deletion is agreed on before the broker that is asked for topics has heard of it. */
    private static void awaitNoTopics(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!topics(admin).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Topics stay: " + topics(admin));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static Set<String> topics(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin.listTopics().names().get(PATIENCE, TimeUnit.SECONDS).stream()
                .filter(name -> !name.startsWith("__"))
                .collect(Collectors.toSet());
    }
}

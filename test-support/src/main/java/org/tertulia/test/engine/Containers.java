package org.tertulia.test.engine;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The published images; Testcontainers removes the containers after the JVM ended, however it ended. */
final class Containers {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

    private Containers() {}

    static TestDatabase postgres() {
        var container =
                started(
                        new PostgreSQLContainer(POSTGRES_IMAGE)
                                .withCommand(
                                        "postgres",
                                        "-c",
                                        "fsync=off",
                                        "-c",
                                        "max_connections=200"));
        return new TestDatabase(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getDatabaseName(),
                container.getUsername(),
                container.getPassword());
    }

    static KafkaBroker kafka() {
        var container =
                started(
                        new KafkaContainer(KAFKA_IMAGE)
                                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
        return new KafkaBroker(container.getBootstrapServers());
    }

    private static <C extends GenericContainer<?>> C started(C container) {
        container.start();
        return container;
    }
}

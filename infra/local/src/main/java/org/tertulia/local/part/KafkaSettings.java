package org.tertulia.local.part;

import java.nio.file.Path;

/**
 * The settings of a Kafka node that is alone: everything that is replicated elsewhere has one copy,
 * the internal topics have few partitions, and threads and buffers are few. A node that was killed
 * may register again as soon as its former session has expired, so sessions are short.
 */
final class KafkaSettings {
    private KafkaSettings() {}

    /**
     * The content of a {@code server.properties} file.
     *
     * @param foundAt the port that it tells its clients to use
     */
    static String text(Path data, int port, int foundAt, int controllerPort) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%4$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        broker.heartbeat.interval.ms=500
        broker.session.timeout.ms=1500
        group.initial.rebalance.delay.ms=0
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=3
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=3
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=3
        num.network.threads=2
        num.io.threads=4
        background.threads=2
        num.recovery.threads.per.data.dir=1
        log.cleaner.threads=1
        log.cleaner.dedupe.buffer.size=2097152
        """
                .formatted(port, controllerPort, data, foundAt);
    }
}

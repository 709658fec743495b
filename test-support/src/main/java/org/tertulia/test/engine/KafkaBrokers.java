package org.tertulia.test.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The Kafka brokers of this JVM. Whoever takes one has it alone and without any topic until it is given back: two
 * application contexts that live side by side would otherwise share their consumer groups.
 */
public final class KafkaBrokers {

    private static final Deque<KafkaBroker> IDLE = new ArrayDeque<>();

    private KafkaBrokers() {}

    /** A broker without topics: one that was given back, else a new one. */
    public static synchronized KafkaBroker take() {
        var idle = IDLE.poll();
        if (idle == null) {
            return DockerEngine.answers() ? Containers.kafka() : KafkaProcess.start();
        }
        idle.clear();
        return idle;
    }

    /** Gives a broker back that nothing is connected to any more. */
    public static synchronized void giveBack(KafkaBroker broker) {
        IDLE.push(broker);
    }
}

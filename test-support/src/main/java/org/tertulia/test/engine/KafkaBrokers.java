package org.tertulia.test.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Kafka brokers of this JVM. Whoever takes one has it alone and without any topic until it is given back: two
 * application contexts that live side by side would otherwise share their consumer groups.
 */
public final class KafkaBrokers {

    private static final Logger log = LoggerFactory.getLogger(KafkaBrokers.class);
    private static final Deque<KafkaBroker> IDLE = new ArrayDeque<>();
    private static int takings;

    private KafkaBrokers() {}

    /** How often a broker was taken. What a client knows of topics is good until this changes. */
    public static synchronized int takings() {
        return takings;
    }

    /** A broker without topics: one that was given back, else a new one. */
    public static synchronized KafkaBroker take() {
        takings++;
        while (!IDLE.isEmpty()) {
            var idle = IDLE.pop();
            if (isCleared(idle)) {
                return idle;
            }
        }
        return DockerEngine.answers() ? Containers.kafka() : KafkaProcess.start();
    }

    private static boolean isCleared(KafkaBroker broker) {
        try {
            broker.clear();
            return true;
        } catch (IllegalStateException e) {
            log.warn("{} is left alone", broker, e);
            return false;
        }
    }

    /** Gives a broker back that nothing is connected to any more. */
    public static synchronized void giveBack(KafkaBroker broker) {
        IDLE.push(broker);
    }
}

package org.tertulia.starter.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.tertulia.contracts.Topics;

/**
 * Begins all subscriptions of a service once the broker is there and the topics exist, without
 * holding up the service's own start; stops them before the web server stops.
 */
final class EventListening implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventListening.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final List<EventTopic> topics;
    private final List<EventSubscription> subscriptions;
    private final TopicProvisioning provisioning;
    private final OrderedContainers containers;
    private final Function<EventSubscription.Broadcast, BroadcastReader> readers;

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> ordered =
            new ArrayList<>();
    private final List<BroadcastReader> broadcasts = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    EventListening(
            List<EventTopic> topics,
            List<EventSubscription> subscriptions,
            TopicProvisioning provisioning,
            OrderedContainers containers,
            Function<EventSubscription.Broadcast, BroadcastReader> readers) {
        this.topics = List.copyOf(topics);
        this.subscriptions = List.copyOf(subscriptions);
        this.provisioning = provisioning;
        this.containers = containers;
        this.readers = readers;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        running = true;
        thread("event-listening-start", this::begin);
    }

    private void begin() {
        var latch = stopped;
        while (running && !provided()) {
            try {
                if (latch.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        listen();
    }

    private boolean provided() {
        try {
            provisioning.provide(names());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception away) {
            log.warn("Kafka does not answer yet: {}", away.toString());
            return false;
        }
    }

    private Set<String> names() {
        var names = new TreeSet<String>();
        topics.forEach(topic -> names.add(topic.name()));
        for (var subscription : subscriptions) {
            names.add(subscription.topic());
            if (subscription instanceof EventSubscription.Ordered<?>
                    || subscription instanceof EventSubscription.Sifted<?>) {
                names.add(subscription.topic() + Topics.DEAD_LETTER_SUFFIX);
            }
        }
        return names;
    }

    private synchronized void listen() {
        if (!running) {
            return;
        }
        for (var subscription : subscriptions) {
            switch (subscription) {
                case EventSubscription.Ordered<?> o -> ordered.add(containers.create(o));
                case EventSubscription.Sifted<?> s -> ordered.add(containers.create(s));
                case EventSubscription.Keys k -> ordered.add(containers.create(k));
                case EventSubscription.Broadcast b -> broadcasts.add(readers.apply(b));
            }
        }
        ordered.forEach(ConcurrentMessageListenerContainer::start);
        for (var reader : broadcasts) {
            thread("event-broadcast", reader);
        }
    }

    private void thread(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(work));
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        synchronized (this) {
            ordered.forEach(ConcurrentMessageListenerContainer::stop);
            broadcasts.forEach(BroadcastReader::stop);
            threads.forEach(EventListening::join);
            ordered.clear();
            broadcasts.clear();
            threads.clear();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

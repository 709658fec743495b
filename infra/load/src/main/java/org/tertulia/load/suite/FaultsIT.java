package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.load.client.LiveClient;
import org.tertulia.load.client.ServerFrame.Ack;

/**
 * A part is killed in the middle of a conversation and started again by the launcher. Senders repeat
 * what was not acknowledged, with the same ids; readers come back and resume. In the end every
 * acknowledged message is in the log exactly once, and all readers have the log whole.
 */
@Order(9)
class FaultsIT {
    private static final int READERS = 6;
    private static final int SENDERS = 8;
    private static final int EACH = 75;
    private static final int KILL_AFTER = 20;
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(40);
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Suite suite = Suite.running();
    private final Map<UUID, Long> acked = new ConcurrentHashMap<>();
    private final CountDownLatch underWay = new CountDownLatch(SENDERS);

    @AfterEach
    void recover() {
        var launcher = suite.launcher();
        await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> launcher.status().ready());
    }

    @ParameterizedTest
    @ValueSource(strings = {"message-service-2", "message-service", "kafka", "postgresql"})
    void nothingAcknowledgedShouldBeLostOrDoubledWhenAPartIsKilled(String part) throws Exception {
        var launcher = suite.launcher();
        var restarts = launcher.status().part(part).restarts();
        var doors = new ArrayList<>(suite.twoMessageServices());
        doors.add(suite.gateway());
        try (var crowd = Crowd.gather(suite, doors, READERS, SENDERS);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var killing =
                    threads.submit(
                            () -> {
                                underWay.await();
                                launcher.kill(part);
                                return true;
                            });
            postAll(crowd);
            assertThat(killing.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            var log = crowd.log();

            assertThat(acked).hasSize(SENDERS * EACH);
            Crowd.assertEachOnce(log, acked);
            crowd.assertAllReadersHave(log, LIMIT);
            assertThat(launcher.status().part(part).restarts()).isGreaterThan(restarts);
        }
    }

    private void postAll(Crowd crowd) throws Exception {
        var work = new ArrayList<Callable<Boolean>>();
        crowd.senders().forEach(it -> work.add(() -> sendAll(it, crowd.chat())));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work, LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    /** A message every few hundredths of a second, whatever becomes of the ones before. */
    private boolean sendAll(LiveClient sender, UUID chat) throws Exception {
        var acks = new ArrayList<CompletableFuture<Ack>>();
        for (var i = 1; i <= EACH; i++) {
            acks.add(sender.send(chat, "%s dice %d".formatted(sender.person().handle(), i)));
            if (i == KILL_AFTER) {
                underWay.countDown();
            }
            Thread.sleep(BETWEEN_MESSAGES);
        }
        for (var ack : acks) {
            var told = ack.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            acked.put(told.clientMessageId(), told.seq());
        }
        return true;
    }
}

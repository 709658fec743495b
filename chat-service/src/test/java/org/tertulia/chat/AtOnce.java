package org.tertulia.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does several things at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** The results in the order of the calls, which begin together. */
    static <T> List<T> all(List<Callable<T>> calls) {
        var barrier = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var running = new ArrayList<Future<T>>();
            for (var call : calls) {
                running.add(
                        threads.submit(
                                () -> {
                                    barrier.await(10, TimeUnit.SECONDS);
                                    return call.call();
                                }));
            }
            return running.stream().map(AtOnce::result).toList();
        }
    }

    /** Both results, in their order. */
    @SafeVarargs
    static <T> List<T> all(Callable<T>... calls) {
        return all(List.of(calls));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

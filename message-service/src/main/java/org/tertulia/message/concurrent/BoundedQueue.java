package org.tertulia.message.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A queue with a bound that never makes a thread wait, unlike those of the JDK: event loops put into it
 * and take from it. Many threads may put, one at a time takes. Order is that of putting.
 */
public final class BoundedQueue<T> {

    private final int capacity;
    private final Queue<T> items = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    /** Holds {@code capacity} items at most. */
    public BoundedQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Puts {@code item} at the end; false when the queue is full. */
    public boolean offer(T item) {
        if (size.incrementAndGet() > capacity) {
            size.decrementAndGet();
            return false;
        }
        items.add(item);
        return true;
    }

    /** Takes up to {@code limit} items from the front. */
    public List<T> take(int limit) {
        var taken = new ArrayList<T>(Math.min(limit, size.get()));
        while (taken.size() < limit) {
            var item = items.poll();
            if (item == null) {
                break;
            }
            taken.add(item);
        }
        size.addAndGet(-taken.size());
        return taken;
    }

    /** Whether there is nothing to take. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** How many items there are, or are about to be. */
    public int size() {
        return size.get();
    }
}

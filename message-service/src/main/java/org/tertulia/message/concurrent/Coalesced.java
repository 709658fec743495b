package org.tertulia.message.concurrent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What waits to be done, one value for each key: of several that come, they are merged. Bounded; what comes when
 * it is full, and has no key there yet, is dropped. From any thread; nobody waits longer than it takes to put
 * one value or to take out a batch. Order is that of the first time a key was put.
 */
public final class Coalesced<K, V> {

    private final int capacity;
    private final BinaryOperator<V> merge;
    private final Map<K, V> waiting = new LinkedHashMap<>();

    /** Holds {@code capacity} keys at most; {@code merge} makes one of an earlier and a later value. */
    public Coalesced(int capacity, BinaryOperator<V> merge) {
        this.capacity = capacity;
        this.merge = merge;
    }

    /** Puts a value, or merges it with the one that waits; false when it was dropped. */
    public synchronized boolean put(K key, V value) {
        if (waiting.size() >= capacity && !waiting.containsKey(key)) {
            return false;
        }
        waiting.merge(key, value, merge);
        return true;
    }

    /** Takes up to {@code limit} out, the oldest first. */
    public synchronized Map<K, V> take(int limit) {
        var taken = new LinkedHashMap<K, V>();
        var entries = waiting.entrySet().iterator();
        while (taken.size() < limit && entries.hasNext()) {
            var entry = entries.next();
            taken.put(entry.getKey(), entry.getValue());
            entries.remove();
        }
        return taken;
    }

    /** Takes everything that waits out, in batches of up to {@code limit}. */
    public synchronized List<Map<K, V>> takeBatches(int limit) {
        var batches = new ArrayList<Map<K, V>>();
        while (!waiting.isEmpty()) {
            batches.add(take(limit));
        }
        return batches;
    }
}

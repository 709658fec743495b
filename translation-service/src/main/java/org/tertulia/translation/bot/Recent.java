package org.tertulia.translation.bot;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what was noted last, so many of it; what was noted first is forgotten first. May be used by several threads. */
final class Recent<K, V> {

    private final Map<K, V> noted;

    Recent(int most) {
        noted =
                new LinkedHashMap<>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                };
    }

    /** What is remembered of it; null for nothing. */
    synchronized @Nullable V get(K key) {
        return noted.get(key);
    }

    synchronized void note(K key, V value) {
        noted.put(key, value);
    }

    synchronized void forget(K key) {
        noted.remove(key);
    }
}

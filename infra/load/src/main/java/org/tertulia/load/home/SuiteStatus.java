package org.tertulia.load.home;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A suite as its launcher tells it.
 *
 * @param address where a browser finds it
 * @param ready whether every part is
 * @param parts its parts
 */
public record SuiteStatus(@Nullable String address, boolean ready, List<Part> parts) {

    /**
     * One part of it.
     *
     * @param part its name
     * @param state where it is in its life, as in {@code READY}
     * @param port where it listens
     * @param pid its process; null when none runs
     * @param restarts how often it was started again after it had died
     */
    public record Part(String part, String state, int port, @Nullable Long pid, int restarts) {
        public boolean isReady() {
            return state.equals("READY");
        }
    }

    /**
     * A part by name.
     *
     * @throws AssertionError when there is none
     */
    public Part part(String name) {
        return find(name).orElseThrow(() -> new AssertionError("no part " + name));
    }

    public Optional<Part> find(String name) {
        return parts.stream().filter(it -> it.part().equals(name)).findFirst();
    }
}

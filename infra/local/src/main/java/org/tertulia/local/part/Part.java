package org.tertulia.local.part;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One process of the suite. Every method may be called again after the process has ended. */
public interface Part {
    /** Its name, as in {@code ./tertulia logs NAME}; unique in its suite. */
    String name();

    /** The ports it listens on, its main one first. */
    List<Port> ports();

    /** Where it stands in the order of stopping. */
    Layer layer();

    /** The parts that must be ready before this one is started. */
    Set<String> needs();

    /**
     * Does what has to be done before the process can start (unpack, create data, write settings)
     * and tells the command. May take seconds.
     *
     * @throws PartFailure when it cannot be started and trying again would not help
     */
    Launch prepare();

    /**
     * Whether the process that was started answers now. Called often; takes at most a second.
     *
     * @param process the one started last
     */
    boolean answers(ProcessHandle process);

    /**
     * Does what is left once the process answers, before anything that needs this part starts.
     *
     * @throws PartFailure when that cannot be done
     */
    default void complete() {}

    /** Asks the process to end in good order; does not wait for it. */
    default void stop(ProcessHandle process) {
        process.destroy();
    }

    /** Whether it would start faster with a start-up cache, and has none that fits. */
    default boolean lacksStartUpCache() {
        return false;
    }

    /**
     * How to make its start-up cache: a run beside this one, on another port, that uses the same
     * backbone. Empty when there is no such cache.
     */
    default Optional<Rehearsal> rehearsal() {
        return Optional.empty();
    }

    default int mainPort() {
        return ports().getFirst().number();
    }
}

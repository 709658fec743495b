package org.tertulia.local.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part at one moment.
 *
 * @param part its name
 * @param state where it is in its life
 * @param port its main port
 * @param pid its process; null when none runs
 * @param readyMillis from the start of its process to its first answer; null until then
 * @param memoryBytes its share of the machine's memory (PSS), its children included; null when
 *     unknown
 * @param restarts how often it was started again after it had died
 * @param note what is to be said about it, such as its last lines before it died
 */
public record PartStatus(
        String part,
        PartState state,
        int port,
        @Nullable Long pid,
        @Nullable Long readyMillis,
        @Nullable Long memoryBytes,
        int restarts,
        List<String> note) {

    PartStatus withMemory(@Nullable Long bytes) {
        return new PartStatus(part, state, port, pid, readyMillis, bytes, restarts, note);
    }
}

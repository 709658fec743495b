package org.tertulia.local.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suite at one moment.
 *
 * @param address where a browser finds it
 * @param ready whether every part is
 * @param readyMillis from the start of the launcher until all parts were ready for the first time;
 *     null before
 * @param launcherPid the process that watches over it; null when none does
 * @param launcherMemoryBytes what that process takes; null when unknown
 * @param parts its parts, in the order in which they are shown
 */
public record SuiteStatus(
        @Nullable String address,
        boolean ready,
        @Nullable Long readyMillis,
        @Nullable Long launcherPid,
        @Nullable Long launcherMemoryBytes,
        List<PartStatus> parts) {}

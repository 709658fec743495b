package org.tertulia.load.bench;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.tertulia.load.home.SuiteControl;
import org.tertulia.load.home.SuiteHome;
import org.tertulia.load.home.SuiteStatus;

/**
 * A service of the suite on this machine, seen from outside.
 *
 * @param name its part
 * @param pid its process
 */
record SuiteProcess(String name, long pid) {
    /** The parts that hold something for each socket. */
    private static final Pattern HOLDS_SOCKETS = Pattern.compile("gateway|message-service(-\\d+)?");

    /** Those that sockets pass through; empty when no launcher watches over the suite here. */
    static List<SuiteProcess> ofSockets(SuiteHome home) {
        try {
            return new SuiteControl(home)
                    .glance().parts().stream()
                            .filter(it -> HOLDS_SOCKETS.matcher(it.part()).matches())
                            .filter(it -> it.pid() != null)
                            .map(SuiteProcess::of)
                            .toList();
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }

    private static SuiteProcess of(SuiteStatus.Part part) {
        var pid = part.pid();
        return new SuiteProcess(part.part(), pid == null ? 0 : pid);
    }
}

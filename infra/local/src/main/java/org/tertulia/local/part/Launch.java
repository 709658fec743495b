package org.tertulia.local.part;

import java.util.List;
import java.util.Map;

/**
 * A command and what its environment has beyond the launcher's own.
 *
 * @param command the program and its arguments
 * @param environment variables to add
 */
public record Launch(List<String> command, Map<String, String> environment) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}

package org.tertulia.local.command;

import picocli.CommandLine.Command;

/** Stops one part of a running suite; it stays stopped until it is started. */
@Command(name = "stop", description = "Stops one part and leaves the others running.")
final class StopCommand extends PartCommand {
    StopCommand() {
        super("stop");
    }
}

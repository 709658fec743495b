package org.tertulia.local.command;

import picocli.CommandLine.Command;

/** Ends the process of one part as a crash would, to see the suite recover. */
@Command(name = "kill", description = "Kills one part's process; it is restarted as after a crash.")
final class KillCommand extends PartCommand {
    KillCommand() {
        super("kill");
    }
}

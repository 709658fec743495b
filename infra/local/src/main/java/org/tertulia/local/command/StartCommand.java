package org.tertulia.local.command;

import picocli.CommandLine.Command;

/** Starts one part again that was stopped or had failed. */
@Command(name = "start", description = "Starts one part that is stopped.")
final class StartCommand extends PartCommand {
    StartCommand() {
        super("start");
    }
}

package org.tertulia.local;

import org.tertulia.local.command.TertuliaCommand;

/** The entry point: runs one command and exits with its code. */
public final class Tertulia {
    private Tertulia() {}

    public static void main(String[] args) {
        System.exit(TertuliaCommand.commandLine().execute(args));
    }
}

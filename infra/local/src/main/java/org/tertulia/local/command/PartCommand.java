package org.tertulia.local.command;

import java.util.concurrent.Callable;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.supervision.ControlSocket;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks the running suite to do something with one part, and waits until it is done. */
abstract class PartCommand implements Callable<Integer> {
    private final String verb;

    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "PART", description = "Its name as in ./tertulia status.")
    private String part = "";

    PartCommand(String verb) {
        this.verb = verb;
    }

    @Override
    public Integer call() {
        var answer =
                ControlSocket.ask(where.home(), verb, part)
                        .orElseThrow(() -> new PartFailure("Nothing is running."));
        where.out().println(answer.message());
        return answer.done() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}

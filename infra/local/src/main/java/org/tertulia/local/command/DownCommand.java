package org.tertulia.local.command;

import java.util.concurrent.Callable;
import org.tertulia.local.home.HomeLock;
import org.tertulia.local.supervision.Orphans;
import org.tertulia.local.supervision.OtherLauncher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a suite that runs elsewhere, and ends what a killed launcher left. */
@Command(name = "down", description = "Stops everything; the data is kept.")
final class DownCommand implements Callable<Integer> {
    @Mixin private Where where = new Where();

    @Override
    public Integer call() {
        var home = where.home().create();
        var out = where.out();
        if (!HomeLock.isHeld(home)) {
            var ended = Orphans.end(home);
            out.println(
                    ended.isEmpty()
                            ? "Nothing is running."
                            : "Ended what a killed launcher had left: " + String.join(", ", ended));
            return ExitCodes.DONE;
        }
        var stopped = OtherLauncher.end(home);
        out.println(stopped ? "Stopped." : "It does not stop; see ./tertulia status.");
        return stopped ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}

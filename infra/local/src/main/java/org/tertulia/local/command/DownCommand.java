package org.tertulia.local.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.HomeLock;
import org.tertulia.local.supervision.ControlSocket;
import org.tertulia.local.supervision.Orphans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a suite that runs elsewhere, and ends what a killed launcher left. */
@Command(name = "down", description = "Stops everything; the data is kept.")
final class DownCommand implements Callable<Integer> {
    private static final int LIMIT_SECONDS = 120;
    private static final int GLANCE_MILLIS = 100;

    @Mixin private Where where = new Where();

    @Override
    public Integer call() throws InterruptedException {
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
        ControlSocket.ask(home, "down", null);
        var stopped = awaitEnd(home);
        out.println(stopped ? "Stopped." : "It does not stop; see ./tertulia status.");
        return stopped ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static boolean awaitEnd(Home home) throws InterruptedException {
        var pause = new CountDownLatch(1);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (HomeLock.isHeld(home) && System.nanoTime() < deadline) {
            if (pause.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return !HomeLock.isHeld(home);
    }
}

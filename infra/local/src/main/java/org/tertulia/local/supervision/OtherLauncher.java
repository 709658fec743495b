package org.tertulia.local.supervision;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.HomeLock;

/** The launcher that owns a state folder when it is not this one. */
public final class OtherLauncher {
    private static final int LIMIT_SECONDS = 120;
    private static final int GLANCE_MILLIS = 100;

    private OtherLauncher() {}

    /**
     * Asks it to stop everything and waits until it has; does nothing when there is none.
     *
     * @return whether nobody owns the folder any more
     */
    public static boolean end(Home home) {
        if (!HomeLock.isHeld(home)) {
            return true;
        }
        ControlSocket.ask(home, "down", null);
        try {
            return hasEnded(home);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean hasEnded(Home home) throws InterruptedException {
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

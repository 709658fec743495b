package org.tertulia.load.faults.door;

import java.time.Duration;

/** What holds up the bytes of all connections of a door at present. Several things may at once. */
final class Weather {
    private int silences;
    private int lostAnswers;
    private int refusals;
    private Duration delay = Duration.ZERO;

    /** Which way bytes go. */
    enum Way {
        TO_SERVER,
        TO_CLIENT
    }

    /** Waits until bytes may pass; tells how late they are to be. */
    synchronized Duration awaitPassing(Way way) throws InterruptedException {
        while (silences > 0 || (way == Way.TO_CLIENT && lostAnswers > 0)) {
            wait();
        }
        return delay;
    }

    synchronized boolean isRefusing() {
        return refusals > 0;
    }

    synchronized void silence(int change) {
        silences += change;
        notifyAll();
    }

    synchronized void loseAnswers(int change) {
        lostAnswers += change;
        notifyAll();
    }

    synchronized void refuse(int change) {
        refusals += change;
    }

    synchronized void delayBy(Duration other) {
        delay = other;
    }
}

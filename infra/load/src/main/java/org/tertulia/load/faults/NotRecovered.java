package org.tertulia.load.faults;

/** The suite did not come back in time. */
final class NotRecovered extends RuntimeException {
    NotRecovered(String what) {
        super(what);
    }
}

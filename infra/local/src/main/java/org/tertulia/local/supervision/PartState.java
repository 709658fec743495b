package org.tertulia.local.supervision;

import java.util.Locale;

/** Where a part is in its life. */
public enum PartState {
    /** Waits for another part. */
    WAITING,
    /** Its process runs but does not answer yet. */
    STARTING,
    READY,
    STOPPING,
    /** Stopped because somebody asked for it; stays so until asked to start. */
    STOPPED,
    /** Its process died; a new one is started after a pause. */
    RESTARTING,
    /** It could not be started; stays so until asked to start. */
    FAILED,
    /** Its launcher was killed and it runs on; the next {@code up} or {@code down} ends it. */
    ORPHANED;

    /** Whether there is no process and none will be started unasked. */
    boolean isAtRest() {
        return this == STOPPED || this == FAILED;
    }

    /** As people read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

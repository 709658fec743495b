package org.tertulia.local.part;

/** A part cannot be started, and why, in words for the person who started the suite. */
public final class PartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailure(String message) {
        super(message);
    }

    public PartFailure(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}

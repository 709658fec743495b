package org.tertulia.translation.engine;

import org.jspecify.annotations.Nullable;

/** An engine has not translated; another one may. Its message is for the log, never for people. */
public final class EngineFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause kind;

    /** Why. */
    public enum Cause {
        /** It is not there, or has too much to do. */
        UNAVAILABLE,
        /** It did not answer in time. */
        TIMEOUT,
        /** It answered something that is no translation of what it was given. */
        GARBLED,
        /** It refuses: no key, no credit, a language it has not. */
        REFUSED
    }

    /** As {@link #EngineFailed(Cause, String, Throwable)}, when nothing else failed. */
    public EngineFailed(Cause kind, String message) {
        this(kind, message, null);
    }

    /**
     * @param kind why
     * @param message for the log
     * @param reason what failed
     */
    public EngineFailed(Cause kind, String message, @Nullable Throwable reason) {
        super(message, reason);
        this.kind = kind;
    }

    /** Why. */
    public Cause kind() {
        return kind;
    }
}

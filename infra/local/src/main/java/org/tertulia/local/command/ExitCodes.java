package org.tertulia.local.command;

/** What the exit codes mean. */
final class ExitCodes {
    static final int DONE = 0;
    static final int FAILED = 1;

    /** {@code status}: at least one part is not ready, or nothing runs. */
    static final int NOT_READY = 3;

    /** The command line is wrong (EX_USAGE of sysexits.h). */
    static final int USAGE = 64;

    private ExitCodes() {}
}

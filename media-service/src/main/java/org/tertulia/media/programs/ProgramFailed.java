package org.tertulia.media.programs;

import java.io.IOException;

/** A program did not do what it was asked to: what it was given is to blame. */
public final class ProgramFailed extends IOException {

    private static final long serialVersionUID = 1L;

    ProgramFailed(String message) {
        super(message);
    }
}

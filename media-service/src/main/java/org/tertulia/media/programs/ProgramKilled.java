package org.tertulia.media.programs;

import java.io.IOException;

/** Somebody ended a program from outside, in the middle: trying again may help. */
public final class ProgramKilled extends IOException {

    private static final long serialVersionUID = 1L;

    ProgramKilled(String message) {
        super(message);
    }
}

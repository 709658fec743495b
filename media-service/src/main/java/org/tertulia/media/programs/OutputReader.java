package org.tertulia.media.programs;

import java.io.IOException;

/** Takes what a program writes, as it comes. */
@FunctionalInterface
public interface OutputReader {

    /** Takes the first {@code length} of {@code bytes}, which are another's afterwards. Failing ends the program. */
    void read(byte[] bytes, int length) throws IOException;
}

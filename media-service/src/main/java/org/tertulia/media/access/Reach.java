package org.tertulia.media.access;

/** How a person stands to a file. */
public enum Reach {
    /** They uploaded it. */
    OWNER,
    /** They may read a message that has it, or see what it is the picture of. */
    READER,
    /** They could, and were removed from the chat since. */
    REMOVED,
    /** They never could. */
    STRANGER
}

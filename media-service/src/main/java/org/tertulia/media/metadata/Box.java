package org.tertulia.media.metadata;

/**
 * A box: a stretch of a file that has a type.
 *
 * @param type four letters
 * @param at where it begins
 * @param body where what is in it begins
 * @param end where it ends
 */
record Box(String type, long at, long body, long end) {

    /** Of what is in it. */
    long length() {
        return end - body;
    }
}

package org.tertulia.message.timeline;

/**
 * How far somebody has read. Of two markers the greater one counts, by generation first: marking something
 * as unread begins a generation, so that what a device still says about the one before undoes nothing.
 *
 * @param generation 0, and one more each time something was marked as unread
 * @param readSeq up to which seq of the chat's log
 */
public record Marker(int generation, long readSeq) implements Comparable<Marker> {

    @Override
    public int compareTo(Marker other) {
        return generation == other.generation
                ? Long.compare(readSeq, other.readSeq)
                : Integer.compare(generation, other.generation);
    }
}

package org.tertulia.load.faults.town;

/** Something that somebody is to do. Two of the same seed have the same text. */
public interface Step {
    /** What it is, as in {@code post 5f…: hola}. */
    String text();

    /** Does it, and repeats it as a client does until the answer is known. */
    void perform(Actor actor) throws InterruptedException;
}

package org.tertulia.notification.decisions;

import java.util.Set;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.starter.id.UserId;

/** Something happened in a chat of which its members may have to be told. */
public sealed interface Occasion {

    /** Whose doing it was. */
    UserId by();

    /** The place of it in the chat's log: who has read past it knows. */
    long seq();

    /**
     * Somebody said something.
     *
     * @param by who
     * @param seq its place
     * @param called whom it calls by name
     * @param everyone whether it calls all members
     * @param answered whose message it answers, and whose message its thread begins with, as far as that is known
     * @param text what
     */
    record Said(
            UserId by,
            long seq,
            Set<UserId> called,
            boolean everyone,
            Set<UserId> answered,
            FoldedText text)
            implements Occasion {

        /** Keeps its own copies. */
        public Said {
            called = Set.copyOf(called);
            answered = Set.copyOf(answered);
        }
    }

    /**
     * Somebody reacted to a message.
     *
     * @param by who
     * @param seq its place
     * @param author whose message it was
     */
    record Reacted(UserId by, long seq, UserId author) implements Occasion {}

    /**
     * People became members.
     *
     * @param by who added them, or joined
     * @param seq its place
     * @param added who they are
     */
    record Joined(UserId by, long seq, Set<UserId> added) implements Occasion {

        /** Keeps its own copy. */
        public Joined {
            added = Set.copyOf(added);
        }
    }

    /**
     * A reminder for all of them has fired.
     *
     * @param by whose reminder it is
     */
    record Reminded(UserId by) implements Occasion {

        /** Past everything: it is in no log, and nobody can have read it there. */
        @Override
        public long seq() {
            return Long.MAX_VALUE;
        }
    }
}

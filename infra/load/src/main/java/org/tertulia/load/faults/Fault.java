package org.tertulia.load.faults;

import java.time.Duration;
import java.util.Locale;
import org.tertulia.load.faults.door.CutKind;

/** Something that fails. */
sealed interface Fault {
    /** What kind of fault it is, and of what, as it is counted. */
    String kind();

    /** How long it lasts; recovery from it takes longer. */
    Duration length();

    /** A part ends at once, as by a crash; its launcher starts it again. */
    record Kill(String part) implements Fault {
        @Override
        public String kind() {
            return "kill " + part;
        }

        @Override
        public Duration length() {
            return Duration.ZERO;
        }
    }

    /** A part stands still, as on a machine that has other things to do, and goes on. */
    record Pause(String part, Duration length) implements Fault {
        @Override
        public String kind() {
            return "pause " + part;
        }
    }

    /** The connections through a door are cut. */
    record Cut(String door, CutKind cut, Duration length) implements Fault {
        @Override
        public String kind() {
            return "%s %s".formatted(cut.name().toLowerCase(Locale.ROOT).replace('_', ' '), door);
        }
    }

    /** As people read it. */
    default String text() {
        return length().isZero()
                ? kind()
                : String.format(Locale.ROOT, "%s for %d ms", kind(), length().toMillis());
    }
}

package org.tertulia.local.supervision;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows how the parts come up: on a terminal one line each that changes in place, elsewhere a line
 * for each change that matters. After {@link #settle} every further change is a line of its own.
 */
public final class Progress {
    private static final Set<PartState> WORTH_A_LINE =
            EnumSet.of(PartState.READY, PartState.RESTARTING, PartState.FAILED, PartState.STOPPED);
    private static final String UP_ONE_LINE = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintWriter out;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private boolean inPlace;
    private boolean drawn;

    /**
     * @param out where to show it
     * @param terminal whether lines can be changed in place there
     * @param parts the parts' names in the order to show
     */
    public Progress(PrintWriter out, boolean terminal, List<String> parts) {
        this.out = out;
        this.inPlace = terminal;
        parts.forEach(it -> lines.put(it, "%-20s waiting".formatted(it)));
    }

    /** Takes in a part's new state. */
    public synchronized void show(PartStatus part) {
        var text = text(part);
        if (inPlace) {
            lines.put(part.part(), text);
            draw();
        } else if (WORTH_A_LINE.contains(part.state())) {
            out.println(text);
        }
        if (!part.note().isEmpty() && part.state() != PartState.WAITING) {
            tell(part.note());
        }
        out.flush();
    }

    /** Prints lines below what is shown. */
    public synchronized void tell(List<String> text) {
        text.forEach(out::println);
        drawn = false;
        out.flush();
    }

    /** Ends changing in place. */
    public synchronized void settle() {
        inPlace = false;
    }

    private void draw() {
        if (drawn) {
            out.print(UP_ONE_LINE.formatted(lines.size()));
        }
        lines.values().forEach(it -> out.println(CLEAR_LINE + it));
        drawn = true;
    }

    private static String text(PartStatus part) {
        var ready =
                part.state() == PartState.READY
                        ? " in " + StatusTable.millis(part.readyMillis())
                        : "";
        return "%-20s %s%s".formatted(part.part(), part.state().text(), ready);
    }
}

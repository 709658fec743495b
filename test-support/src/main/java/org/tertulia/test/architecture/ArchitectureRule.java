package org.tertulia.test.architecture;

/** The rules that the code of every service keeps. */
public enum ArchitectureRule {
    /** Features use each other through public types that are not their edges, and never in a circle. */
    FEATURES("Features meet through public types, and never in a circle"),

    /** Web, database, broker and transactions are each used in one kind of class only. */
    FRAMEWORKS("Each framework is used where its name says so"),

    /** Domain records, enums and sealed types know neither Spring nor Reactor nor the published events. */
    DOMAIN("The domain is plain Java"),

    /** Published events are translated at the edge: no controller, request, view or row has them. */
    EVENTS_AT_THE_EDGE("Published events stay at the edge"),

    /** Time, ids, threads and subscriptions come from where a test can replace them. */
    CALLS("Nothing is called that a test cannot replace or that blocks"),

    /** No name that says nothing. */
    NAMES("Names say what a thing is"),

    /** Absence is a documented state in every package. */
    NULL_MARKED("Every package is null-marked"),

    /** Files, methods and constructors are small enough to be read at once. */
    SIZE("Files have at most 300 lines, methods 25, constructors 7 parameters");

    private final String sentence;

    ArchitectureRule(String sentence) {
        this.sentence = sentence;
    }

    /** The rule in one sentence. */
    public String sentence() {
        return sentence;
    }
}

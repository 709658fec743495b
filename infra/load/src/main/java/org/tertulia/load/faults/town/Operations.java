package org.tertulia.load.faults.town;

import java.util.List;

/** Everything people do. */
final class Operations {
    static final List<Operation> ALL =
            List.of(
                    new PostBySocket(),
                    new PostByRest(),
                    new PostTwice(),
                    new PostAgain(),
                    new ReadBack(),
                    new ReadOn(),
                    new ComeAndGo());

    private Operations() {}
}

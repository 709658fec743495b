package org.tertulia.load.faults.check;

import java.util.stream.Stream;

/** What clients find wrong by themselves: order on a connection, refusals without a reason, an end. */
final class NobodyComplains implements Invariant {
    @Override
    public String text() {
        return "entries come once and in order, and nothing is refused without a reason";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.readers().stream()
                .flatMap(
                        reader ->
                                reader.complaints().stream()
                                        .map(it -> "%s: %s".formatted(reader.name(), it)));
    }
}

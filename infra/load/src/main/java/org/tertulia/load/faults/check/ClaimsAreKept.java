package org.tertulia.load.faults.check;

import java.util.stream.Stream;

/** Nothing that was acknowledged is lost, or is elsewhere than acknowledged. */
final class ClaimsAreKept implements Invariant {
    @Override
    public String text() {
        return "what was acked is in the log, where the ack said";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.claims().stream()
                .flatMap(
                        claim ->
                                claim.brokenBy(evidence.log(claim.chatId())).stream()
                                        .map(it -> "chat %s: %s".formatted(claim.chatId(), it)));
    }
}

package org.tertulia.broken.alpha;

import io.r2dbc.spi.Row;
import java.time.Instant;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.broken.beta.BetaUtils;
import org.tertulia.contracts.message.MessagePosted;
import reactor.core.publisher.Mono;

/** Breaks every rule that a controller can break. */
public class AlphaController {

    private final BetaUtils beta;

    AlphaController(
            BetaUtils beta, int a, int b, int c, int d, int e, int f, TransactionalOperator tx) {
        this.beta = beta;
    }

    Instant startedAt(Row row, MessagePosted posted) {
        Mono.just(UUID.randomUUID()).subscribe();
        return Instant.now();
    }

    String longWinded(int n) {
        var text = new StringBuilder();
        if (n > 0) {
            text.append(n);
        }
        if (n > 1) {
            text.append(n);
        }
        if (n > 2) {
            text.append(n);
        }
        if (n > 3) {
            text.append(n);
        }
        if (n > 4) {
            text.append(n);
        }
        if (n > 5) {
            text.append(n);
        }
        if (n > 6) {
            text.append(n);
        }
        if (n > 7) {
            text.append(n);
        }
        return text.append(beta).toString();
    }
}

package org.tertulia.message.delivery;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The path speaks WebSocket only, and only our subprotocol. */
public final class UpgradeRequired extends ProblemException {

    /** {@code upgrade-required}, 426. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "upgrade-required",
                    HttpStatus.UPGRADE_REQUIRED,
                    "This path speaks WebSocket with the subprotocol tertulia.v1");

    private static final long serialVersionUID = 1L;

    UpgradeRequired(String detail) {
        super(TYPE, detail);
    }
}

package org.tertulia.message.receipts;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Who sends no receipts does not see those of others either. */
public final class ReceiptsTurnedOff extends ProblemException {

    /** {@code receipts-turned-off}, 409. */
    public static final ProblemType TYPE =
            new ProblemType("receipts-turned-off", HttpStatus.CONFLICT, "You do not send receipts");

    private static final long serialVersionUID = 1L;

    /** The same for everybody. */
    public ReceiptsTurnedOff() {
        super(TYPE, "Who does not let others see what they have read does not see it of others.");
    }
}

package org.tertulia.media.addresses;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The address was good, and is not any more. */
public final class AddressExpired extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "address-expired", HttpStatus.FORBIDDEN, "The address is not good any more");

    AddressExpired() {
        super(TYPE, "The time of the address is over; ask for the file again.");
    }
}

package org.tertulia.media.addresses;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The address was not made here, or not for this file in this form. */
public final class AddressInvalid extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "address-invalid", HttpStatus.FORBIDDEN, "The address is not one of ours");

    AddressInvalid() {
        super(TYPE, "The signature does not fit the address; ask for the file again.");
    }
}

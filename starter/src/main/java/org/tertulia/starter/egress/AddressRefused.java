package org.tertulia.starter.egress;

/** It is where nobody may be sent to: see {@link AddressGuard}. */
public final class AddressRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressRefused(String what) {
        super(what, null, false, false);
    }
}

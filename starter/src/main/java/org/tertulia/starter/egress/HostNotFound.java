package org.tertulia.starter.egress;

/** A host has no address. */
public final class HostNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HostNotFound(String host) {
        super(host + " has no address", null, false, false);
    }
}

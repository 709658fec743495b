package org.tertulia.gateway.fallback;

/** An instance failed too often of late and is left alone for a moment. */
final class InstanceResting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InstanceResting(String instance) {
        super(instance + " failed too often and rests.", null, false, false);
    }
}

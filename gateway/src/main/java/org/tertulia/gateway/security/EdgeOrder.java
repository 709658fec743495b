package org.tertulia.gateway.security;

import org.springframework.core.Ordered;

/**
 * The order of what a request passes before its route, on one screen. Spring Security checks the token
 * at -100; what needs no token to decide comes before, what needs the person after.
 */
public final class EdgeOrder {

    /** Security headers belong on refusals as well. */
    public static final int SECURITY_HEADERS = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Checking a token costs; counting does not. */
    public static final int ADDRESS_LIMIT = -140;

    static final int OPERATOR_PATHS = -130;
    static final int CROSS_ORIGIN = -120;
    static final int UPGRADE_ORIGIN = -110;

    /** After the token. */
    public static final int PERSON_LIMIT = -90;

    private EdgeOrder() {}
}

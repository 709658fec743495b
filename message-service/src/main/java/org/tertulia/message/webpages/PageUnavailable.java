package org.tertulia.message.webpages;

import org.tertulia.starter.egress.AddressGuard;

/** There is nothing to tell of a page. */
public final class PageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It is where nobody may be sent to: see {@link AddressGuard}. */
        REFUSED,
        /** It is not a page: another kind of thing, an error, or too many redirects. */
        UNUSABLE,
        /** Its host is not found, or does not answer as a web server does. */
        UNREACHABLE,
        /** It takes too long. */
        TIMEOUT
    }

    private final Reason reason;

    PageUnavailable(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    PageUnavailable(Reason reason, Throwable cause) {
        super(cause.toString(), cause, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}

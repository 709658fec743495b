package org.tertulia.notification.mail;

/** The mail server will never take this mail (RFC 5321, 4.2.1: 5yz); trying again is no use. */
final class MailRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailRefused(Throwable cause) {
        super("The mail server refuses it for good", cause);
    }
}

package org.tertulia.notification.mail;

import java.util.UUID;
import org.tertulia.starter.id.UserId;

/**
 * A mail of the queue whose turn it is.
 *
 * @param id which
 * @param person who gets it
 * @param kind why
 * @param address where it goes
 * @param messageId by which mailboxes know it, with its angle brackets (RFC 5322, 3.6.4)
 * @param attempts how often it was tried, this time included
 * @param givenUp whether its attempts broke off too often: it is a dead letter now and not sent
 */
record Mail(
        UUID id,
        UserId person,
        MailKind kind,
        String address,
        String messageId,
        int attempts,
        boolean givenUp) {}

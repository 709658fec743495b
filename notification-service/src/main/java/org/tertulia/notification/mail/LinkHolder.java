package org.tertulia.notification.mail;

import org.tertulia.starter.id.UserId;

/**
 * Whose a link in a mail is.
 *
 * @param person who got the mail
 * @param address where it went
 */
public record LinkHolder(UserId person, String address) {}

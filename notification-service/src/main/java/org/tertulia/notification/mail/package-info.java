/**
 * Digests of what stays unread, and the mails that confirm addresses, from the queue to the mail server.
 *
 * <p>A digest is made in one transaction with the note of which notifications it is to tell of, so however many instances
 * there are, no notification is in two. What it says is written when it is sent: what was read or withdrawn meanwhile is
 * left out, and of it nothing stays noted. Before a mail is sent it is noted that it is being sent, under which Message-ID,
 * and until when. An instance that dies between the mail server's yes and its own note of that leaves a mail that is sent
 * once more, under the same Message-ID, when that time is over; a second time it is given up. So a mail goes once, and
 * twice at most when an instance dies in that moment.
 */
@NullMarked
package org.tertulia.notification.mail;

import org.jspecify.annotations.NullMarked;

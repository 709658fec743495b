package org.tertulia.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail as it came.
 *
 * @param id 1, 2, 3 …, in the order in which they came
 * @param at when
 * @param from the sender of the envelope; empty for none
 * @param to the recipients of the envelope
 * @param source headers and body; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record CaughtMail(long id, Instant at, String from, List<String> to, byte[] source) {
    public CaughtMail {
        to = List.copyOf(to);
    }

    /** What is in it. */
    public MailContent content() {
        return MailContent.of(source);
    }
}

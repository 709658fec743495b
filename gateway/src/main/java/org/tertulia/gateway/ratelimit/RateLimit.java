package org.tertulia.gateway.ratelimit;

import java.time.Duration;
import java.util.Locale;

/**
 * Every limit there is, with what it allows unless configured otherwise. Each counts by network address
 * or by person; a request may come under several and needs room in all of them.
 */
enum RateLimit {
    /** Everything that comes from one address, pages and the app's files included. An office shares one. */
    ADDRESS(6_000, Duration.ofMinutes(1)),
    /** {@code POST /api/v1/auth/login} by address: guessing passwords, 30 a minute at most. */
    LOGIN(30, Duration.ofMinutes(1)),
    /** {@code POST /api/v1/auth/register} by address. */
    REGISTER(20, Duration.ofMinutes(10)),
    /** {@code POST /api/v1/auth/refresh} by address; a client needs one every five minutes. */
    REFRESH(120, Duration.ofMinutes(1)),
    /** Calendars that programs subscribe to, by address: each asks a few times an hour. */
    CALENDAR(60, Duration.ofMinutes(1)),
    /**
     * {@code POST} by a link in a mail, without a token: an address that is confirmed, digests that are ended. By address; a
     * mailbox provider ends those of many people from a few.
     */
    MAIL_LINK(120, Duration.ofMinutes(1)),
    /**
     * Files and previews by address, which count neither as ADDRESS nor as PERSON: a chat with fifty pictures asks for
     * all of them whenever it is opened, and browsers ask again whether they have changed.
     */
    CONTENT(12_000, Duration.ofMinutes(1)),
    /** Everything one person asks over HTTP, on all devices; uploads and files are counted apart. */
    PERSON(1_200, Duration.ofMinutes(1)),
    /** Requests of one person's uploads: in pieces of 8 MB these are 160 MB a second. */
    UPLOAD(1_200, Duration.ofMinutes(1)),
    /**
     * What one person has translated: a request may be for fifty texts or a hundred messages, and engines may cost money. Counts as
     * PERSON too.
     */
    TRANSLATION(300, Duration.ofMinutes(1)),
    /** New WebSockets of one person, on all devices. */
    REALTIME(60, Duration.ofMinutes(1));

    private final long requests;
    private final Duration period;

    RateLimit(long requests, Duration period) {
        this.requests = requests;
        this.period = period;
    }

    Allowance standard() {
        return new Allowance(requests, period);
    }

    /** Name in headers and configuration. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

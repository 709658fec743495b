package org.tertulia.gateway.ratelimit;

import java.time.Duration;
import java.util.Locale;

/**
 * Every limit there is, with what it allows unless configured otherwise. Each counts by network address
 * or by person; a request may come under several and needs room in all of them.
 */
enum RateLimit {
    /** Everything that comes from one address, pages and files included. An office shares one. */
    ADDRESS(6_000, Duration.ofMinutes(1)),
    /** {@code POST /api/v1/auth/login} by address: guessing passwords, 30 a minute at most. */
    LOGIN(30, Duration.ofMinutes(1)),
    /** {@code POST /api/v1/auth/register} by address. */
    REGISTER(20, Duration.ofMinutes(10)),
    /** {@code POST /api/v1/auth/refresh} by address; a client needs one every five minutes. */
    REFRESH(120, Duration.ofMinutes(1)),
    /** Everything one person asks over HTTP, on all devices. */
    PERSON(1_200, Duration.ofMinutes(1)),
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

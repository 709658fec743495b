package org.tertulia.test;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.tertulia.starter.id.IdGenerator;

/**
 * Ids that are known beforehand: {@code 00000000-0000-7000-8000-000000000001}, then {@code …2}, and so on. Safe for use
 * by several threads.
 */
public final class FixedIds implements IdGenerator {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    /** The n-th id, counted from 1. */
    public static UUID id(long n) {
        return new UUID(VERSION_7, VARIANT | n);
    }

    @Override
    public UUID next() {
        return id(last.incrementAndGet());
    }
}

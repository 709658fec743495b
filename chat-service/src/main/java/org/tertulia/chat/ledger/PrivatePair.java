package org.tertulia.chat.ledger;

import org.tertulia.starter.id.UserId;

/**
 * Two people without an order, as the database tells pairs apart.
 *
 * @param low the one whose id comes first, by bytes
 * @param high the other one
 */
record PrivatePair(UserId low, UserId high) {

    PrivatePair {
        if (low.toString().compareTo(high.toString()) >= 0) {
            throw new IllegalArgumentException("not a pair in order");
        }
    }

    /** The pair of two different people. Text order of UUIDs is PostgreSQL's order; Java's own is not. */
    static PrivatePair of(UserId one, UserId other) {
        return one.toString().compareTo(other.toString()) < 0
                ? new PrivatePair(one, other)
                : new PrivatePair(other, one);
    }
}

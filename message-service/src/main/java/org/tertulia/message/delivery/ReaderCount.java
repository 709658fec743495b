package org.tertulia.message.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import org.tertulia.message.translationrequests.WantedTranslations;

/** How many connections of this instance want translations. While it is none, nothing is done for them. From any thread. */
final class ReaderCount {

    private final AtomicInteger count = new AtomicInteger();

    /** A connection wants something else than before. */
    void changed(WantedTranslations before, WantedTranslations now) {
        var more = one(now) - one(before);
        if (more != 0) {
            count.addAndGet(more);
        }
    }

    private static int one(WantedTranslations wanted) {
        return wanted.isNone() ? 0 : 1;
    }

    boolean isNobody() {
        return count.get() == 0;
    }
}

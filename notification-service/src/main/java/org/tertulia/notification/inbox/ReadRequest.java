package org.tertulia.notification.inbox;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Body of {@code POST /notifications/read}: one of the three.
 *
 * @param ids these
 * @param through this one and all before it
 * @param all {@code true}: whatever is in the inbox when the request is dealt with
 */
record ReadRequest(
        @Nullable List<NotificationId> ids,
        @Nullable NotificationId through,
        @Nullable Boolean all) {

    static final int MAX_IDS = 100;

    /** Fails with validation-failed when it is not exactly one of the three, or names too many. */
    void check() {
        var sent = Stream.of(ids != null, through != null, all != null).filter(it -> it).count();
        if (sent != 1 || Boolean.FALSE.equals(all)) {
            throw refused("ids", "send one of ids, through, and all, which is true");
        }
        if (ids != null && (ids.isEmpty() || ids.size() > MAX_IDS)) {
            throw refused("ids", "must be 1 to " + MAX_IDS);
        }
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }
}

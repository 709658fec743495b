package org.tertulia.message.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.SessionId;

/**
 * The sessions that were revoked a short while ago, whose access tokens may still look valid. An instance
 * that has started since does not know them; their tokens live five minutes at most.
 */
@Component
final class RevokedSessions {

    /** Longer than any access token lives. */
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private static final int MAX = 100_000;

    private final Cache<SessionId, Boolean> revoked =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED_FOR).maximumSize(MAX).build();

    void add(SessionId session) {
        revoked.put(session, true);
    }

    boolean contains(SessionId session) {
        return revoked.getIfPresent(session) != null;
    }
}

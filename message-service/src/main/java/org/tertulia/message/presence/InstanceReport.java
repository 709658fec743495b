package org.tertulia.message.presence;

import java.util.Set;
import java.util.UUID;
import org.tertulia.starter.id.UserId;

/**
 * What an instance says about its connections.
 *
 * @param instanceId the instance
 * @param full whether {@code online} is everybody, or only who came since the last report
 * @param online people with a connection there
 * @param offline people who have none any more; empty when full
 */
record InstanceReport(UUID instanceId, boolean full, Set<UserId> online, Set<UserId> offline) {

    InstanceReport {
        online = Set.copyOf(online);
        offline = Set.copyOf(offline);
    }
}

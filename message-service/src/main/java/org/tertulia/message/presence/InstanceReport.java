package org.tertulia.message.presence;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tertulia.starter.id.UserId;

/**
 * What an instance says about its connections.
 *
 * @param instanceId the instance
 * @param full whether {@code online} is everybody, or only who came or changed since the last report
 * @param online people with a connection there
 * @param offline people who have none any more; empty when full
 * @param away those of {@code online} who are at none of their devices there
 * @param chosen what people have chosen: of those there when full, otherwise what is new
 */
record InstanceReport(
        UUID instanceId,
        boolean full,
        Set<UserId> online,
        Set<UserId> offline,
        Set<UserId> away,
        List<SaidChoice> chosen) {

    InstanceReport {
        online = Set.copyOf(online);
        offline = Set.copyOf(offline);
        away = Set.copyOf(away);
        chosen = List.copyOf(chosen);
    }
}

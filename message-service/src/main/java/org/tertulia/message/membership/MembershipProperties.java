package org.tertulia.message.membership;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is done about a membership that is not known here yet.
 *
 * @param catchUp how long a caller waits for the replica to catch up with the chat service
 * @param poll how often the replica is looked at meanwhile
 */
@Validated
@ConfigurationProperties("tertulia.message.membership")
record MembershipProperties(
        @DefaultValue("2s") Duration catchUp, @DefaultValue("40ms") Duration poll) {}

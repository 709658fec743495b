package org.tertulia.message.attachments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is done about a file that is not known here yet.
 *
 * @param catchUp how long a sender waits for the replica to catch up with the media service
 * @param poll how often the replica is looked at meanwhile
 */
@Validated
@ConfigurationProperties("tertulia.message.attachments")
record AttachmentProperties(
        @DefaultValue("2s") Duration catchUp, @DefaultValue("40ms") Duration poll) {}

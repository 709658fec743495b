package org.tertulia.message.presence;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How presence is told.
 *
 * @param tick how often changes are gathered and told
 * @param fullEvery how often an instance tells everybody it has
 * @param forgetAfter when an instance that was not heard of counts as gone
 * @param grace how long a person may be away before others are told
 * @param maxChatMembers presence is not told in chats with more members
 * @param maxContacts people whose presence one person is told at most
 * @param maxNotices presences told to the people of this instance in one tick at most
 */
@Validated
@ConfigurationProperties("tertulia.message.presence")
record PresenceProperties(
        @DefaultValue("250ms") Duration tick,
        @DefaultValue("10s") Duration fullEvery,
        @DefaultValue("30s") Duration forgetAfter,
        @DefaultValue("5s") Duration grace,
        @Min(2) @DefaultValue("500") int maxChatMembers,
        @Min(1) @DefaultValue("2000") int maxContacts,
        @Min(1) @DefaultValue("20000") int maxNotices) {}

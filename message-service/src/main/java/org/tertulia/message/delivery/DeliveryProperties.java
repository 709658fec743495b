package org.tertulia.message.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of live delivery.
 *
 * @param heartbeat how often clients are asked to ping
 * @param heartbeatTimeout how long a client may be silent before its connection is closed
 * @param maxFrame the most bytes of a client's frame
 * @param opsPerSecond frames of one client that are read per second in the long run; faster ones wait
 * @param opsBurst frames of one client that may come at once
 * @param maxUnacked ops of one client under way at once; further frames wait
 * @param maxQueuedFrames frames that may wait for a slow client before its connection is closed
 * @param maxQueued bytes that may wait for a slow client before its connection is closed
 * @param maxConnectionsPerPerson connections of one person to this instance
 * @param maxChatsPerPerson chats of one person that are followed live, newest first
 * @param resumeMaxChats chats in one resume
 * @param resumeMaxEntries entries of one chat that are sent again; of more, a snapshot
 * @param snapshotMessages messages of a snapshot
 * @param fillPage entries read at once, over all chats, for a client that takes them one by one
 * @param batchEntries entries read at once, over all chats, for a client that takes batches
 * @param batchMin bytes of a stretch from which it is compressed, for a client that takes batches
 * @param batchMax bytes of a batch before it is compressed; a single larger frame is a batch of its own
 * @param batchThreads batches that are compressed at once
 * @param batchQueue batches that wait for each of these threads before further stretches are sent plain
 * @param maxReads reads from the database under way at once for all connections
 * @param auditEvery how often the connections are compared with the database
 * @param closeTimeout how long a client may take to answer a close
 * @param reconnectMin how long a client that loses its connection waits at least before it comes back
 * @param reconnectSpread over how long after that few clients are spread
 * @param reconnectsPerSecond clients that come back in a second when there are many: the spread grows with the
 *     connections of this instance
 * @param reconnectMax how long a client waits at most
 */
@Validated
@ConfigurationProperties("tertulia.message.delivery")
record DeliveryProperties(
        @DefaultValue("25s") Duration heartbeat,
        @DefaultValue("60s") Duration heartbeatTimeout,
        @DefaultValue("64KB") DataSize maxFrame,
        @Min(1) @DefaultValue("200") int opsPerSecond,
        @Min(1) @DefaultValue("400") int opsBurst,
        @Min(1) @DefaultValue("256") int maxUnacked,
        @Min(1) @DefaultValue("4096") int maxQueuedFrames,
        @DefaultValue("4MB") DataSize maxQueued,
        @Min(1) @DefaultValue("20") int maxConnectionsPerPerson,
        @Min(1) @DefaultValue("5000") int maxChatsPerPerson,
        @Min(1) @DefaultValue("500") int resumeMaxChats,
        @Min(1) @DefaultValue("1000") int resumeMaxEntries,
        @Min(1) @Max(100) @DefaultValue("50") int snapshotMessages,
        @Min(1) @DefaultValue("200") int fillPage,
        @Min(1) @DefaultValue("1000") int batchEntries,
        @DefaultValue("8KB") DataSize batchMin,
        @DefaultValue("256KB") DataSize batchMax,
        @Min(1) @DefaultValue("2") int batchThreads,
        @Min(1) @DefaultValue("32") int batchQueue,
        @Min(1) @DefaultValue("6") int maxReads,
        @DefaultValue("5s") Duration auditEvery,
        @DefaultValue("2s") Duration closeTimeout,
        @DefaultValue("100ms") Duration reconnectMin,
        @DefaultValue("400ms") Duration reconnectSpread,
        @Min(1) @DefaultValue("200") int reconnectsPerSecond,
        @DefaultValue("30s") Duration reconnectMax) {}

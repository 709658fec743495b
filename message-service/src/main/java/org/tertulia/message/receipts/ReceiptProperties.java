package org.tertulia.message.receipts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How receipts are gathered and told.
 *
 * @param tellEvery how often it is told at most how far a person is in a chat
 * @param writeEvery how often it is written at most what has reached a person in a chat
 * @param maxChatMembers it is not told live in chats with more members
 */
@Validated
@ConfigurationProperties("tertulia.message.receipts")
record ReceiptProperties(
        @DefaultValue("1s") Duration tellEvery,
        @DefaultValue("2s") Duration writeEvery,
        @Min(2) @Max(1000) @DefaultValue("32") int maxChatMembers) {}

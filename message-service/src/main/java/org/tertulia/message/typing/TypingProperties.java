package org.tertulia.message.typing;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How it is told that somebody is writing.
 *
 * @param every how often one connection's writing in one chat is told at most
 * @param shownFor how long somebody counts as writing unless told again; longer than {@code every}
 * @param maxChatMembers it is not told in chats with more members
 * @param countedFor how long the number of a chat's members is remembered
 */
@Validated
@ConfigurationProperties("tertulia.message.typing")
record TypingProperties(
        @DefaultValue("3s") Duration every,
        @DefaultValue("6s") Duration shownFor,
        @Min(2) @DefaultValue("200") int maxChatMembers,
        @DefaultValue("30s") Duration countedFor) {}

package org.tertulia.message.previews;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether there are link previews, and their bounds.
 *
 * @param enabled whether pages are fetched at all; without, no message has a preview
 * @param answerWithin how long somebody who asks waits for a page; well below the gateway's deadline
 * @param keepFor how long a preview is kept before its page is fetched again
 * @param keepFailuresFor how long a page that has none is left alone
 * @param maxKept previews that are kept, in the database; the oldest go first
 * @param concurrency pages that one instance fetches at once
 * @param perHost of these, from one host
 * @param maxWaiting pages that wait for their turn; further ones are told to be pending, and asked for again
 * @param restHostFor how long a host that did not answer three times is left alone
 */
@Validated
@ConfigurationProperties("tertulia.message.previews")
record PreviewProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration answerWithin,
        @DefaultValue("24h") Duration keepFor,
        @DefaultValue("15m") Duration keepFailuresFor,
        @Min(1) @DefaultValue("100000") int maxKept,
        @Min(1) @DefaultValue("8") int concurrency,
        @Min(1) @DefaultValue("2") int perHost,
        @Min(0) @DefaultValue("64") int maxWaiting,
        @DefaultValue("1m") Duration restHostFor) {}

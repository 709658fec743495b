package org.tertulia.message.webpages;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may be fetched, and how much of it.
 *
 * @param allowedPrivateRanges blocks of addresses that are not public and may be connected to all the same
 * @param ports ports that may be connected to
 * @param timeout how long a page may take, with its redirects
 * @param maxBody bytes of a page that are read, as they come; the rest is left
 * @param maxText bytes of a page that are looked at, unpacked
 * @param maxRedirects redirects that are followed
 */
@Validated
@ConfigurationProperties("tertulia.message.previews.fetch")
record WebPagesProperties(
        @DefaultValue List<String> allowedPrivateRanges,
        @DefaultValue({"80", "443"}) Set<Integer> ports,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue("1MB") DataSize maxText,
        @Min(0) @Max(10) @DefaultValue("3") int maxRedirects) {

    /** Keeps its own copies. */
    WebPagesProperties {
        allowedPrivateRanges = List.copyOf(allowedPrivateRanges);
        ports = Set.copyOf(ports);
    }
}

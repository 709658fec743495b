package org.tertulia.gateway.fallback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service is waited for. A person gets an answer within three seconds whatever happens, so
 * the deadline stays below that.
 *
 * @param deadline from the request to the head of the answer, all instances together
 * @param silence how long a begun answer may pause before it is given up
 * @param failuresToRest so many failures among the last ten calls let an instance rest
 * @param rest how long it is left alone then
 * @param registerAge how old the known list of instances may be
 */
@ConfigurationProperties("tertulia.gateway.upstream")
record UpstreamProperties(
        @DefaultValue("2600ms") Duration deadline,
        @DefaultValue("10s") Duration silence,
        @DefaultValue("5") int failuresToRest,
        @DefaultValue("1s") Duration rest,
        @DefaultValue("100ms") Duration registerAge) {}

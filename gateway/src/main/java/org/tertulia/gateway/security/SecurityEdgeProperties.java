package org.tertulia.gateway.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands between the gateway and the people.
 *
 * @param trustedProxies addresses or blocks of the reverse proxies whose {@code X-Forwarded-*} headers
 *     are believed; from anybody else they are dropped
 */
@ConfigurationProperties("tertulia.gateway.security")
record SecurityEdgeProperties(@DefaultValue List<String> trustedProxies) {

    SecurityEdgeProperties {
        trustedProxies = List.copyOf(trustedProxies);
    }

    List<AddressRange> trustedRanges() {
        return trustedProxies.stream().map(AddressRange::parse).toList();
    }
}

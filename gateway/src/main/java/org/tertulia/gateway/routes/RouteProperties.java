package org.tertulia.gateway.routes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a request may carry.
 *
 * @param maxBody largest request body that is passed on
 */
@ConfigurationProperties("tertulia.gateway.routes")
record RouteProperties(@DefaultValue("64KB") DataSize maxBody) {}

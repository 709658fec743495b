package org.tertulia.gateway.media;

import java.util.Map;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;

/** What a route says of its {@link Passage}, in its metadata. */
public final class Passages {

    /** Name among the metadata; a route without it passes bodies {@link Passage#WHOLE}. */
    public static final String KEY = "passage";

    private Passages() {}

    /** Of the route that the request with these attributes takes. */
    public static Passage of(Map<String, Object> attributes) {
        return attributes.get(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR) instanceof Route route
                        && route.getMetadata().get(KEY) instanceof Passage passage
                ? passage
                : Passage.WHOLE;
    }

    /** Whether a request with these headers has a body (RFC 9112, section 6.3). */
    public static boolean hasBody(HttpHeaders headers) {
        return headers.getContentLength() > 0
                || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }
}

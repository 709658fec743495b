package org.tertulia.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A page that is checked for a newer one on each visit. Its tag is the digest of its content, since
 * files in a reproducible jar all have the same time.
 */
public final class PageHandler {

    private final byte[] content;
    private final String tag;

    private PageHandler(byte[] content) {
        this.content = content;
        this.tag = "\"" + digest(content) + "\"";
    }

    /** Holds the page in memory. */
    public static PageHandler of(Resource resource) {
        try {
            return new PageHandler(resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with the page, or that the client's is still the newest. */
    public Mono<Void> write(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.getHeaders().setCacheControl(CacheControl.noCache());
        if (exchange.checkNotModified(tag)) {
            return response.setComplete();
        }
        response.getHeaders().setContentType(MediaType.parseMediaType("text/html;charset=UTF-8"));
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            response.getHeaders().setContentLength(content.length);
            return response.setComplete();
        }
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(content)));
    }

    /** Names content: 128 bits are plenty for telling builds apart. */
    static String digest(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

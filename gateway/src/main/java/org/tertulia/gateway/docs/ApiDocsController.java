package org.tertulia.gateway.docs;

import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tertulia.gateway.routes.Service;
import org.tertulia.gateway.web.PageHandler;
import reactor.core.publisher.Mono;

/**
 * The page with the API documents. Each document is fetched from its running service when it is looked
 * at, so page and code agree; nothing is loaded from elsewhere.
 */
@RestController
final class ApiDocsController {

    private final PageHandler page = PageHandler.of(new ClassPathResource("api-docs/index.html"));

    /**
     * A document to choose on the page.
     *
     * @param name of its service
     * @param url where it is, on this host
     */
    record ApiDocument(String name, String url) {}

    @GetMapping({"/docs", "/docs/"})
    Mono<Void> page(ServerWebExchange exchange) {
        return page.write(exchange);
    }

    @GetMapping("/docs/documents.json")
    List<ApiDocument> documents() {
        return Arrays.stream(Service.values())
                .map(Service::id)
                .map(id -> new ApiDocument(id, "/docs/openapi/" + id + ".yaml"))
                .toList();
    }
}

package org.tertulia.gateway.config;

import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;

/**
 * Where files come from and how long a browser may keep them. Names under {@code /assets} carry the
 * digest of their content, so they are kept for good. The service worker and the manifest of the web
 * app are asked for anew each time: what they say decides which version of the app a browser shows.
 * Times of files are not sent: in a reproducible jar they are all the same, and a browser would take a
 * new file for the old one.
 */
@Configuration(proxyBeanMethods = false)
class StaticFilesConfiguration implements WebFluxConfigurer {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final CacheControl NEVER_UNASKED = CacheControl.noCache();

    /** Extensions that Spring does not know the type of. */
    private static final Map<String, MediaType> TYPES =
            Map.of("webmanifest", MediaType.parseMediaType("application/manifest+json"));

    private final String swaggerUi;

    StaticFilesConfiguration(@Value("${tertulia.gateway.docs.swagger-ui}") String version) {
        this.swaggerUi = "classpath:/META-INF/resources/webjars/swagger-ui/" + version + "/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/assets/**", "classpath:/static/assets/", FOR_GOOD);
        serve(registry, "/docs/ui/**", swaggerUi, FOR_A_WHILE);
        serve(registry, "/docs/page/**", "classpath:/api-docs/page/", FOR_A_WHILE);
        serve(registry, "/icons/**", "classpath:/static/icons/", FOR_A_WHILE);
        serve(registry, "/service-worker*", "classpath:/static/", NEVER_UNASKED);
        serve(registry, "/*.webmanifest", "classpath:/static/", NEVER_UNASKED);
        serve(registry, "/*", "classpath:/static/", FOR_A_WHILE);
    }

    private static void serve(
            ResourceHandlerRegistry registry, String path, String from, CacheControl keep) {
        var files =
                registry.addResourceHandler(path)
                        .addResourceLocations(from)
                        .setUseLastModified(false)
                        .setCacheControl(keep);
        files.setMediaTypes(TYPES);
        files.resourceChain(true).addResolver(new EncodedResourceResolver());
    }
}

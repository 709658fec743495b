package org.tertulia.starter.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the service's own OpenAPI file, which is written by hand and held to the code by a test. */
@RestController
final class ApiDocumentController {

    private static final MediaType OPENAPI = MediaType.parseMediaType("application/yaml");

    private final Resource document;

    ApiDocumentController(@Value("${spring.application.name}") String service) {
        this.document = new ClassPathResource("openapi/" + service + ".yaml");
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> openApi() {
        return document.exists()
                ? ResponseEntity.ok().contentType(OPENAPI).body(document)
                : ResponseEntity.notFound().build();
    }
}

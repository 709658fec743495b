package org.tertulia.starter.security;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How access tokens are verified.
 *
 * @param issuer the only accepted {@code iss}
 * @param audience what {@code aud} must contain
 * @param jwkSetUri where the public keys are; {@code lb://service/path} finds the service by discovery
 * @param publicPaths what needs no token: path patterns, a method may stand before one
 * @param allowedOrigins web origins whose pages may use cookies and WebSockets
 */
@Validated
@ConfigurationProperties("tertulia.security")
public record SecurityProperties(
        @NotBlank String issuer,
        @NotBlank @DefaultValue("tertulia") String audience,
        @NotBlank @DefaultValue("lb://auth-service/.well-known/jwks.json") String jwkSetUri,
        @DefaultValue List<String> publicPaths,
        @DefaultValue Set<String> allowedOrigins) {

    /** Keeps its own copies. */
    public SecurityProperties {
        publicPaths = List.copyOf(publicPaths);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }
}

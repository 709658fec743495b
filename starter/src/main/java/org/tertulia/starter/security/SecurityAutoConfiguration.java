package org.tertulia.starter.security;

import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.tertulia.starter.problem.ProblemResponses;
import org.tertulia.starter.web.ServiceClients;

/** Every path needs a valid access token, but for those that a service names as public. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(SecurityProperties.class)
@EnableWebFluxSecurity
public class SecurityAutoConfiguration {

    private static final String[] ALWAYS_PUBLIC = {
        "/livez", "/readyz", "/actuator/**", "/openapi.yaml"
    };

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder accessTokenDecoder(
            SecurityProperties properties, ServiceClients clients, Clock clock) {
        var uri = properties.jwkSetUri();
        return uri.startsWith("lb://")
                ? AccessTokenDecoders.remote(
                        "http://" + uri.substring("lb://".length()),
                        clients.loadBalanced(),
                        properties,
                        clock)
                : AccessTokenDecoders.remote(uri, clients.direct(), properties, clock);
    }

    @Bean
    AccessTokens accessTokens(ReactiveJwtDecoder decoder) {
        return new AccessTokens(decoder);
    }

    @Bean
    AllowedOrigins allowedOrigins(SecurityProperties properties) {
        return new AllowedOrigins(properties.allowedOrigins());
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityWebFilterChain securityFilterChain(
            ServerHttpSecurity http, SecurityProperties properties, ProblemResponses problems) {
        return http.authorizeExchange(paths -> authorize(paths, properties))
                .oauth2ResourceServer(
                        server ->
                                server.jwt(jwt -> {})
                                        .bearerTokenConverter(new BearerTokenReader())
                                        .authenticationFailureHandler(
                                                (filter, error) ->
                                                        problems.write(filter.getExchange(), error))
                                        .authenticationEntryPoint(problems::write)
                                        .accessDeniedHandler(problems::write))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(problems::write)
                                        .accessDeniedHandler(problems::write))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .cors(ServerHttpSecurity.CorsSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .build();
    }

    private static void authorize(
            ServerHttpSecurity.AuthorizeExchangeSpec paths, SecurityProperties properties) {
        paths.pathMatchers(ALWAYS_PUBLIC).permitAll();
        for (var entry : properties.publicPaths()) {
            var space = entry.indexOf(' ');
            if (space < 0) {
                paths.pathMatchers(entry).permitAll();
            } else {
                var method = HttpMethod.valueOf(entry.substring(0, space).toUpperCase(Locale.ROOT));
                paths.pathMatchers(method, entry.substring(space + 1).strip()).permitAll();
            }
        }
        paths.anyExchange().authenticated();
    }

    @Bean
    WebFluxConfigurer actorArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new ActorArgumentResolver());
            }
        };
    }
}

package org.tertulia.translation.bot;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Mono;

/** Has the auth service let the bot in, as it does people. */
final class AuthServiceClient implements BotAccount {

    private static final String SERVICE = "auth-service";
    private static final String PATH = "/api/v1/auth/";
    private static final String DEVICE = "translation-service";

    /** Nobody reads mail there (RFC 2606). */
    private static final String MAIL = "@bot.invalid";

    private final ServiceClients clients;
    private final BotProperties properties;
    private final Clock clock;

    AuthServiceClient(ServiceClients clients, BotProperties properties, Clock clock) {
        this.clients = clients;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<BotLogin> enter() {
        return login().onErrorResume(
                        WebClientResponseException.Unauthorized.class,
                        _ -> register().onErrorResume(AuthServiceClient::isTaken, _ -> login()))
                .onErrorMap(
                        WebClientResponseException.class, it -> failure(properties.handle(), it));
    }

    @Override
    public Mono<BotLogin> renew(BotLogin before) {
        return ask("refresh", Map.of("refreshToken", before.refreshToken()))
                .onErrorResume(WebClientResponseException.class, _ -> enter());
    }

    private Mono<BotLogin> login() {
        return ask(
                "login",
                Map.of(
                        "login",
                        properties.handle(),
                        "password",
                        properties.password(),
                        "deviceName",
                        DEVICE));
    }

    private Mono<BotLogin> register() {
        return ask(
                "register",
                Map.of(
                        "handle",
                        properties.handle(),
                        "displayName",
                        properties.handle(),
                        "email",
                        properties.handle() + MAIL,
                        "password",
                        properties.password(),
                        "deviceName",
                        DEVICE));
    }

    private Mono<BotLogin> ask(String what, Map<String, String> body) {
        return clients.guard(
                        SERVICE,
                        clients.to(SERVICE)
                                .post()
                                .uri(PATH + what)
                                .bodyValue(body)
                                .retrieve()
                                .bodyToMono(TokenView.class))
                .map(this::login);
    }

    private BotLogin login(TokenView view) {
        return new BotLogin(
                new UserId(view.user().id()),
                new CallerToken(view.accessToken()),
                view.refreshToken(),
                clock.instant().plusSeconds(view.expiresIn()));
    }

    /** Another instance was quicker, or it is somebody else's. */
    private static boolean isTaken(Throwable error) {
        return error instanceof WebClientResponseException refused
                && refused.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT);
    }

    /** What a refusal means: all but "too often" would be the same the next time. */
    static RuntimeException failure(String handle, WebClientResponseException refusal) {
        var status = refusal.getStatusCode();
        return status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
                ? new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "The auth-service does not let the bot in for the moment.")
                : new BotRefused(
                        "The auth-service does not let %s in (%s): another name or password is needed"
                                .formatted(handle, status));
    }

    /** The part of the answer that is read here. */
    record TokenView(String accessToken, long expiresIn, String refreshToken, Person user) {}

    /** Whose tokens they are. */
    record Person(UUID id) {}
}

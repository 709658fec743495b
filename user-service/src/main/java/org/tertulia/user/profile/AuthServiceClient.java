package org.tertulia.user.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Mono;

/** Asks the auth service for the caller's account. */
@Component
final class AuthServiceClient {

    private static final String SERVICE = "auth-service";

    private final ServiceClients clients;

    AuthServiceClient(ServiceClients clients) {
        this.clients = clients;
    }

    /**
     * Empty when the auth service does not know the caller. Fails with service-unavailable, or with
     * unauthenticated when the auth service does not take the token any more.
     */
    Mono<NewAccount> account(CallerToken token) {
        var call =
                clients.to(SERVICE)
                        .get()
                        .uri("/api/v1/auth/account")
                        .headers(headers -> headers.setBearerAuth(token.value()))
                        .retrieve()
                        .bodyToMono(Account.class);
        return clients.guard(SERVICE, call)
                .map(Account::toNewAccount)
                .onErrorResume(WebClientResponseException.NotFound.class, _ -> Mono.empty())
                .onErrorMap(WebClientResponseException.class, AuthServiceClient::refusal);
    }

    private static ProblemException refusal(WebClientResponseException refused) {
        return refused.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
                ? new ProblemException(ProblemTypes.UNAUTHENTICATED, "The session has ended.")
                : new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "The " + SERVICE + " does not tell the account.");
    }

    /** The part of the auth service's answer that is read here. */
    record Account(
            UserId id,
            String handle,
            String displayName,
            @Nullable String language,
            Instant createdAt) {

        NewAccount toNewAccount() {
            return new NewAccount(id, handle, displayName, language, createdAt);
        }
    }
}

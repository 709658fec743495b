package org.tertulia.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.auth.AuthClient.PASSWORD;
import static org.tertulia.auth.AuthClient.expectProblem;
import static org.tertulia.auth.AuthClient.newHandle;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.auth.AuthClient;
import org.tertulia.auth.AuthClient.Tokens;
import org.tertulia.auth.AuthServiceTest;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;

@AuthServiceTest
class PasswordIT {

    private static final String NEW_PASSWORD = "comen trigo en un trigal";

    @Autowired private AuthClient client;

    @Test
    void aChangedPasswordOpensTheAccountAndTheOldOneDoesNot() {
        var handle = newHandle();
        var person = client.register(handle);

        change(person, PASSWORD, NEW_PASSWORD).expectStatus().isNoContent();

        expectProblem(login(handle, PASSWORD), 401, "invalid-credentials");
        login(handle, NEW_PASSWORD).expectStatus().isOk();
    }

    @Test
    void aChangeEndsTheOtherSessionsAndAnnouncesIt() {
        var handle = newHandle();
        var phone = client.register(handle);
        var laptop = client.login(handle);

        change(laptop, PASSWORD, NEW_PASSWORD).expectStatus().isNoContent();

        assertThat(client.isAccepted(phone)).isFalse();
        assertThat(client.isAccepted(laptop)).isTrue();
        var events =
                KafkaRecords.of(Topics.ACCOUNT_EVENTS)
                        .awaitRecords(2, e -> phone.user().id().toString().equals(e.key()));
        assertThat(events.getLast().value())
                .contains("session.revoked", phone.sessionId().toString(), "password-changed");
    }

    @Test
    void aWrongCurrentPasswordChangesNothing() {
        var handle = newHandle();
        var person = client.register(handle);

        expectProblem(change(person, "not the password", NEW_PASSWORD), 400, "validation-failed")
                .jsonPath("$.errors[0].field")
                .isEqualTo("currentPassword");

        login(handle, PASSWORD).expectStatus().isOk();
    }

    @Test
    void wrongCurrentPasswordsAreThrottled() {
        var person = client.register();
        for (int i = 0; i < 10; i++) {
            change(person, "not the password", NEW_PASSWORD).expectStatus().isBadRequest();
        }

        expectProblem(change(person, PASSWORD, NEW_PASSWORD), 429, "too-many-attempts");
    }

    @Test
    void theNewPasswordIsHeldToTheRules() {
        var person = client.register();

        expectProblem(change(person, PASSWORD, "password123"), 400, "password-too-common")
                .jsonPath("$.errors[0].field")
                .isEqualTo("newPassword");
        expectProblem(change(person, PASSWORD, "short"), 400, "validation-failed")
                .jsonPath("$.errors[0].field")
                .isEqualTo("newPassword");
        expectProblem(client.put(person, "password", Map.of()), 400, "validation-failed");
    }

    private ResponseSpec change(Tokens person, String current, String chosen) {
        return client.put(
                person, "password", Map.of("currentPassword", current, "newPassword", chosen));
    }

    private ResponseSpec login(String handle, String password) {
        return client.post("login", Map.of("login", handle, "password", password));
    }
}

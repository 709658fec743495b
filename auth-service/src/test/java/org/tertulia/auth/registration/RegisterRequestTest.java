package org.tertulia.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tertulia.auth.account.Language;
import org.tertulia.auth.sessions.Device;
import org.tertulia.starter.problem.ProblemException;

class RegisterRequestTest {

    private static final Device DEVICE = new Device("A device", null);

    @Test
    void valuesAreTakenInTheirNormalForms() {
        var command =
                new RegisterRequest(
                                "ANA",
                                " Ana Mari\u0301a ",
                                "Ana@Example.org",
                                "tres tristes tigres",
                                "es",
                                null,
                                null)
                        .command(DEVICE);

        assertThat(command.handle().value()).isEqualTo("ana");
        assertThat(command.displayName()).isEqualTo("Ana Mar\u00eda");
        assertThat(command.email().value()).isEqualTo("Ana@Example.org");
        assertThat(command.language()).isEqualTo(Language.ES);
    }

    @Test
    void everyValueThatIsNotAllowedIsNamed() {
        var request = new RegisterRequest("!", "\u202Eana", "ana", "short", "xx", null, null);

        assertThatThrownBy(() -> request.command(DEVICE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting("field")
                                        .containsExactly(
                                                "handle",
                                                "displayName",
                                                "email",
                                                "password",
                                                "language"));
    }

    @Test
    void nothingOfItIsLogged() {
        var request =
                new RegisterRequest(
                        "ana", "Ana", "ana@example.org", "tres tristes tigres", null, null, null);

        assertThat(request.toString()).doesNotContain("ana", "tigres");
    }
}

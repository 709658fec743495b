package org.tertulia.auth.passwords;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.auth.account.EmailAddress;
import org.tertulia.auth.account.Handle;

class PasswordPolicyTest {

    private static final Handle HANDLE = new Handle("ana.garcia");
    private static final EmailAddress EMAIL = EmailAddress.of("Ana1987@example.org");

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                "Password123!",
                "contraseña2026",
                "qwertyuiop",
                "iloveyou",
                "football99",
                "aaaaaaaa",
                "abababab",
                "abcdefgh",
                "12345678",
                "1234567890",
                "98765432",
                "hgfedcba",
                "ana.garcia",
                "ana.garcia1",
                "ana1987@example.org",
                "ana1987!",
                "Barcelona1899"
            })
    void passwordsThatAreGuessedFirstAreRefused(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(GuessablePassword.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tres tristes tigres", "correct horse battery staple", "my password is long",
                        "x7#kQ9!z",
                "ана и мария", "🙂🙃🎈🎉🎂🍰🥂🍾", "qwertyuiop but longer", "ana garcia likes tea"
            })
    void othersAreTaken(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    private void check(String password) {
        policy.check("password", Password.chosen("password", password), HANDLE, EMAIL);
    }
}

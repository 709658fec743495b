package org.tertulia.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org",
                "ana.maria+tertulia@sub.example.co",
                "ñandú@ejemplo.es",
                "o'neil@x.io"
            })
    void plausibleAddressesAreTaken(String raw) {
        assertThat(EmailAddress.of(raw).value()).isEqualTo(raw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.org",
                "ana@localhost",
                "ana@example..org",
                "a b@example.org",
                "ana@example.org\u0000",
                "ana@@example.org",
                "Ana <ana@example.org>",
                "ana@example.org."
            })
    void othersAreRefused(String raw) {
        assertThatThrownBy(() -> EmailAddress.of(raw))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors()).extracting("field").containsExactly("email"));
    }

    @Test
    void addressesThatDifferInCaseOnlyAreOne() {
        assertThat(EmailAddress.of("Ana@Example.ORG").key())
                .isEqualTo(EmailAddress.of("ana@example.org").key());
    }

    @Test
    void anAddressStaysOutOfLogs() {
        assertThat(EmailAddress.of("ana@example.org").toString()).doesNotContain("ana");
    }
}

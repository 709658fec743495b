package org.tertulia.starter.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtRestCipherTest {

    private static final byte[] SECRET = {1, 2, 3};

    private final AtRestCipher cipher =
            new AtRestCipher("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

    @Test
    void whatIsSealedShouldOpenUnderItsNameOnly() throws GeneralSecurityException {
        var row = cipher.seal("a", SECRET);
        assertThat(cipher.open("a", row)).isEqualTo(SECRET);
        assertThat(cipher.seal("a", SECRET)).isNotEqualTo(row);
        assertThatThrownBy(() -> cipher.open("b", row))
                .isInstanceOf(GeneralSecurityException.class);
        row[row.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.open("a", row))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> cipher.open("a", SECRET))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64", "dG9vIHNob3J0"})
    void whatIsNoKeyShouldBeRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AtRestCipher(key));
    }
}

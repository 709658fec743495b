package org.tertulia.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

class KeyCipherTest {

    private final ECKey key = KeyFixtures.key("a");
    private final KeyCipher cipher = new KeyCipher(KeyFixtures.properties(1));

    @Test
    void aSealedKeyIsOpenedByTheSameEncryptionKey() throws ParseException {
        var opened = cipher.open("a", cipher.seal(key));

        assertThat(opened.toJSONString()).isEqualTo(key.toJSONString());
        assertThat(opened.isPrivate()).isTrue();
    }

    @Test
    void aSealedKeyTellsNothing() {
        var sealed = new String(cipher.seal(key), StandardCharsets.ISO_8859_1);

        assertThat(sealed).doesNotContain(key.getD().toString(), "P-256");
        assertThat(cipher.seal(key)).isNotEqualTo(cipher.seal(key));
    }

    @Test
    void anotherEncryptionKeyDoesNotOpenIt() {
        var other = new KeyCipher(KeyFixtures.properties(2));

        assertThatThrownBy(() -> other.open("a", cipher.seal(key)))
                .isInstanceOf(SigningKeysSealed.class)
                .hasMessageContaining("TERTULIA_KEY_ENCRYPTION_KEY");
    }

    @Test
    void rowsCannotBeExchangedOrAltered() {
        var sealed = cipher.seal(key);
        var altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.open("b", sealed)).isInstanceOf(SigningKeysSealed.class);
        assertThatThrownBy(() -> cipher.open("a", altered)).isInstanceOf(SigningKeysSealed.class);
        assertThatThrownBy(() -> cipher.open("a", new byte[3]))
                .isInstanceOf(SigningKeysSealed.class);
    }
}

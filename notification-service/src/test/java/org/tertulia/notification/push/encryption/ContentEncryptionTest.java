package org.tertulia.notification.push.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentEncryptionTest {

    private static final byte[] MESSAGE =
            "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8);

    /** Of RFC 8291, section 5 and appendix A. */
    private static final SubscriptionKeys RECEIVER =
            new SubscriptionKeys(
                    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                    "BTBZMqHH6r4Tts7J_aSIgg");

    private static final byte[] SALT = decoded("DGv6ra1nlYgDCS1FRnbzlw");

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static KeyPair sender() throws Exception {
        return new KeyPair(
                P256.publicKey(
                        decoded(
                                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                P256.privateKey(decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
    }

    @Test
    void theExampleOfTheStandardShouldComeOutByteForByte() throws Exception {
        assertThat(ContentEncryption.encrypt(MESSAGE, RECEIVER, sender(), SALT))
                .isEqualTo(
                        decoded(
                                "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIg"
                                        + "Dll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZ"
                                        + "wbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"));
    }

    @Test
    void aMessageShouldFitIntoOneRecord() throws Exception {
        assertThat(ContentEncryption.encrypt(new byte[4_079], RECEIVER, sender(), SALT))
                .hasSize(86 + 4_096);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ContentEncryption.encrypt(new byte[4_080], RECEIVER, sender(), SALT));
    }

    @Test
    void whatABrowserSendsShouldBeTaken() {
        assertThat(RECEIVER.hasPublicKey()).isTrue();
        assertThat(RECEIVER.hasSecret()).isTrue();
        assertThat(RECEIVER.toString()).doesNotContain(RECEIVER.auth());
    }

    @Test
    void aPointThatIsNotOnTheCurveShouldBeRefused() {
        var point = decoded(RECEIVER.p256dh());
        point[64] ^= 1;
        var elsewhere = Base64.getUrlEncoder().withoutPadding().encodeToString(point);
        assertThat(new SubscriptionKeys(elsewhere, "").hasPublicKey()).isFalse();
        var beyond = new byte[65];
        Arrays.fill(beyond, (byte) 0xFF);
        beyond[0] = 4;
        var outside = Base64.getUrlEncoder().encodeToString(beyond);
        assertThat(new SubscriptionKeys(outside, "").hasPublicKey()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "?", "BTBZMqHH6r4Tts7J_aSIgg"})
    void whatIsNoPointShouldBeRefused(String text) {
        assertThat(new SubscriptionKeys(text, "AAAA").hasPublicKey()).isFalse();
        assertThat(new SubscriptionKeys(text, "AAAA").hasSecret()).isFalse();
    }
}

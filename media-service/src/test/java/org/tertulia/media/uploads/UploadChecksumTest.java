package org.tertulia.media.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The sums are those of "hello world", made by other programs. */
class UploadChecksumTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=",
                "SHA1  Kq5sNclPz7QV2+lfQIuc6R7oRu0=",
                "sha256 uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=",
                "crc32 DUoRhQ=="
            })
    void bytesThatAddUpShouldHold(String header) {
        var sum = UploadChecksum.of(header);
        sum.add("hello ".getBytes(UTF_8));
        sum.add("world".getBytes(UTF_8));

        assertThat(sum.holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=",
                "sha256 uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=",
                "crc32 DUoRhQ==",
                "sha1 AAAA"
            })
    void otherBytesShouldNotHold(String header) {
        var sum = UploadChecksum.of(header);
        sum.add("hello World".getBytes(UTF_8));

        assertThat(sum.holds()).isFalse();
    }

    @Test
    void noHeaderShouldBeNoSum() {
        assertThat(UploadChecksum.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha1", "md5 AAAA", "sha1 ???", "sha1 AAAA AAAA"})
    void whatIsNoSumShouldBeMalformed(String header) {
        assertThatThrownBy(() -> UploadChecksum.of(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.type()).isEqualTo(ProblemTypes.MALFORMED_REQUEST));
    }
}

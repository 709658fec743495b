package org.tertulia.media.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=0-, 0, 99",
        "bytes=99-, 99, 99",
        "bytes=10-19, 10, 19",
        "bytes=10-1000, 10, 99",
        "bytes=10-99999999999999999999999, 10, 99",
        "bytes=-1, 99, 99",
        "bytes=-30, 70, 99",
        "bytes=-100, 0, 99",
        "bytes=-1000, 0, 99",
        "'bytes= 5-6 ', 5, 6"
    })
    void aStretchIsCutToWhatIsThere(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999999-"})
    void whatIsNotThereIsBeyond(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(ByteRange.BEYOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=9-5",
                "bytes=0-1,5-6",
                "bytes=--5",
                "bytes=0x1-2",
                "items=0-5",
                "bytes=1-2\r\nX: y"
            })
    void whatIsNoSingleStretchIsNotHeeded(String header) {
        assertThat(ByteRange.of(header, 100)).isNull();
    }

    @Test
    void noHeaderAndNoBytesAreAllThereIs() {
        assertThat(ByteRange.of(null, 100)).isNull();
        assertThat(ByteRange.of("bytes=0-", 0)).isNull();
    }

    @Test
    void theLengthCountsBothEnds() {
        assertThat(new ByteRange(5, 5).length()).isEqualTo(1);
        assertThat(ByteRange.whole(100).length()).isEqualTo(100);
    }
}

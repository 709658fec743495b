package org.tertulia.media.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.media.content.Selection.Part;
import org.tertulia.media.content.Selection.Unchanged;
import org.tertulia.media.content.Selection.Unsatisfiable;
import org.tertulia.media.content.Selection.Whole;
import org.tertulia.media.content.Selection.Wish;

class SelectionTest {

    private static final String TAG = "\"1-original-64\"";

    @ParameterizedTest
    @ValueSource(
            strings = {TAG, "W/" + TAG, "\"x\", " + TAG, "\"x\",W/" + TAG + " , \"y\"", "*", " * "})
    void whoHasTheBytesGetsNone(String ifNoneMatch) {
        assertThat(of(ifNoneMatch, null, null)).isEqualTo(new Unchanged());
        assertThat(of(ifNoneMatch, "bytes=0-1", TAG)).isEqualTo(new Unchanged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"1-original\"", "1-original-64", "\"2-original-64\"", "w/" + TAG})
    void whoHasOthersGetsAll(String ifNoneMatch) {
        assertThat(of(ifNoneMatch, null, null)).isEqualTo(new Whole());
    }

    @Test
    void aStretchIsAPart() {
        assertThat(of(null, "bytes=2-3", null)).isEqualTo(new Part(new ByteRange(2, 3)));
        assertThat(of("\"x\"", "bytes=2-3", TAG)).isEqualTo(new Part(new ByteRange(2, 3)));
        assertThat(of(null, "bytes=100-", null)).isEqualTo(new Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2-original-64\"",
                "W/" + TAG,
                "Sun, 01 Nov 2026 12:00:00 GMT",
                "\"x\", " + TAG,
                ""
            })
    void whoHasTheRestOfOtherBytesGetsAll(String ifRange) {
        assertThat(of(null, "bytes=2-3", ifRange)).isEqualTo(new Whole());
        assertThat(of(null, "bytes=100-", ifRange)).isEqualTo(new Whole());
    }

    private static Selection of(
            @Nullable String ifNoneMatch, @Nullable String range, @Nullable String ifRange) {
        return Selection.of(new Wish(ifNoneMatch, range, ifRange), TAG, 100);
    }
}

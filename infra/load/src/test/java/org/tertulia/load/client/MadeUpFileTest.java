package org.tertulia.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpFileTest {
    private static final int LENGTH = 200_003;

    private final MadeUpFile file = new MadeUpFile(7, LENGTH);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 131_079, LENGTH - 1, LENGTH})
    void anyRestShouldBeThatOfTheWhole(int offset) throws IOException {
        var all = file.from(0).readAllBytes();

        assertThat(all).hasSize(LENGTH);
        assertThat(file.from(offset).readAllBytes())
                .isEqualTo(Arrays.copyOfRange(all, offset, LENGTH));
    }

    @Test
    void noTwoPiecesShouldBeTheSame() throws IOException {
        var all = file.from(0).readAllBytes();

        assertThat(Arrays.copyOfRange(all, 0, 65_536))
                .isNotEqualTo(Arrays.copyOfRange(all, 65_536, 131_072));
        assertThat(new MadeUpFile(8, LENGTH).sha256()).isNotEqualTo(file.sha256());
    }

    @Test
    void theDigestShouldBeThatOfItsBytes() throws IOException {
        var all = file.from(0).readAllBytes();

        assertThat(MadeUpFile.sha256(new ByteArrayInputStream(all))).isEqualTo(file.sha256());
    }
}

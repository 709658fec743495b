package org.tertulia.load.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

class ApertiumPipeTest {
    @Test
    void oneSentenceAfterTheOtherShouldComeThroughTheSamePipe() {
        assumeThat(ApertiumPipe.isInstalled()).as("Apertium with eng-spa").isTrue();
        try (var pipe = ApertiumPipe.start("es")) {
            assertThat(pipe.translate("¿Quién está de guardia esta noche?"))
                    .isEqualTo("Who is on call tonight?");
            assertThat(pipe.translate("La nueva versión es mucho más rápida."))
                    .isEqualTo("The new version is much faster.");
        }
    }
}

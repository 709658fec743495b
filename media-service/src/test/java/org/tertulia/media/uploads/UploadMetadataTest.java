package org.tertulia.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

class UploadMetadataTest {

    @Test
    void theNameShouldBeReadAndCleaned() {
        var said =
                UploadMetadata.of(
                        "filename " + base64("../mañana.jpg") + ",filetype " + base64("text/html"));

        assertThat(said).isEqualTo(new UploadMetadata("mañana.jpg", false));
    }

    @Test
    void nothingSaidShouldBeAFileThatIsCleaned() {
        assertThat(UploadMetadata.of(null)).isEqualTo(new UploadMetadata("file", false));
        assertThat(UploadMetadata.of("")).isEqualTo(new UploadMetadata("file", false));
        assertThat(UploadMetadata.of("filename")).isEqualTo(new UploadMetadata("file", false));
    }

    @Test
    void whoWantsTheOriginalAsItIsShouldGetIt() {
        assertThat(UploadMetadata.of("keepOriginal").keepOriginal()).isTrue();
        assertThat(UploadMetadata.of("keepOriginal " + base64("true")).keepOriginal()).isTrue();
        assertThat(UploadMetadata.of("keepOriginal " + base64("false")).keepOriginal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename not-base64!", "filename a", "a YQ==,filename ñ"})
    void whatIsNotBase64ShouldBeMalformed(String header) {
        assertThatThrownBy(() -> UploadMetadata.of(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.type()).isEqualTo(ProblemTypes.MALFORMED_REQUEST));
    }

    @Test
    void whatIsToldShouldBeReadAsTheSame() {
        var upload = UploadFixtures.named("año.txt", true);

        assertThat(UploadMetadata.of(UploadMetadata.header(upload)))
                .isEqualTo(new UploadMetadata("año.txt", true));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

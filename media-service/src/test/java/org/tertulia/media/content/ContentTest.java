package org.tertulia.media.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.media.files.Appearance;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Preview;
import org.tertulia.media.files.Variant;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.FixedIds;

class ContentTest {

    @Test
    void theOriginalIsTheFileItself() {
        var content = Content.of(media("image/png", 1), Variant.ORIGINAL).orElseThrow();
        assertThat(content)
                .isEqualTo(
                        new Content(
                                Variant.ORIGINAL,
                                "media/1/original",
                                300,
                                "image/png",
                                "beach.heic",
                                "\"1-original-12c\""));
        assertThat(content.isInline()).isTrue();
    }

    @Test
    void aPreviewIsCalledAfterWhatItIs() {
        var content = Content.of(media("image/png", 2), Variant.SMALL).orElseThrow();
        assertThat(content)
                .isEqualTo(
                        new Content(
                                Variant.SMALL,
                                "media/1/small",
                                30,
                                "image/jpeg",
                                "beach.heic.jpg",
                                "\"2-small-1e\""));
    }

    @Test
    void aFormThatTheFileHasNotIsNone() {
        assertThat(Content.of(media("image/png", 1), Variant.POSTER)).isEmpty();
    }

    @Test
    void replacedBytesHaveAnotherTag() {
        assertThat(Content.of(media("image/png", 1), Variant.ORIGINAL).orElseThrow().tag())
                .isNotEqualTo(
                        Content.of(media("image/png", 2), Variant.ORIGINAL).orElseThrow().tag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pdf",
                "text/html",
                "image/svg+xml",
                "text/plain",
                "application/xhtml+xml",
                "text/javascript",
                "image/heic"
            })
    void whatIsNotKnownToBeHarmlessIsBytes(String contentType) {
        var content = Content.of(media(contentType, 1), Variant.ORIGINAL).orElseThrow();
        assertThat(content.contentType()).isEqualTo("application/octet-stream");
        assertThat(content.isInline()).isFalse();
    }

    private static Media media(String contentType, int revision) {
        return new Media(
                new MediaId(FixedIds.id(1)),
                new UserId(FixedIds.id(2)),
                MediaKind.IMAGE,
                MediaState.READY,
                "beach.heic",
                contentType,
                new Media.Original("media/1/original", 300, revision, false),
                Appearance.UNKNOWN,
                List.of(new Preview(Variant.SMALL, 32, 20, "image/jpeg", 30, "media/1/small")),
                Instant.EPOCH);
    }
}

package org.tertulia.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.media.uploads.UploadFixtures.NOON;
import static org.tertulia.media.uploads.UploadFixtures.PART;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tertulia.media.uploads.Upload.Piece;

class UploadTest {

    @Test
    void whatIsReceivedShouldBePartsAndPieces() {
        var upload = UploadFixtures.upload(2L * PART + 100);
        assertThat(upload.received()).isZero();
        assertThat(upload.nextPartBytes()).isEqualTo(PART);

        upload = upload.withPart("one").withPiece(new Piece("a", 10)).withPiece(new Piece("b", 5));

        assertThat(upload.received()).isEqualTo(PART + 15);
        assertThat(upload.pieceBytes()).isEqualTo(15);
        assertThat(upload.nextPart()).isEqualTo(2);
        assertThat(upload.isWhole()).isFalse();
    }

    @Test
    void aPartShouldReplaceThePiecesBeforeIt() {
        var upload =
                UploadFixtures.upload(PART + 100L).withPiece(new Piece("a", 10)).withPart("one");

        assertThat(upload.received()).isEqualTo(PART);
        assertThat(upload.pieces()).isEmpty();
        assertThat(upload.nextPartBytes()).isEqualTo(100);
        assertThat(upload.withPart("two").isWhole()).isTrue();
    }

    @Test
    void onlyWhatFitsIntoOnePartShouldBeOne() {
        assertThat(UploadFixtures.upload(PART).isOnePart()).isTrue();
        assertThat(UploadFixtures.upload(PART + 1L).isOnePart()).isFalse();
    }

    @Test
    void anUploadThatIsWholeShouldNotExpire() {
        var late = NOON.plus(Duration.ofDays(2));
        var upload = UploadFixtures.upload(100);

        assertThat(upload.isExpired(NOON)).isFalse();
        assertThat(upload.isExpired(late)).isTrue();
        assertThat(upload.until(late.plusSeconds(1)).isExpired(late)).isFalse();
        assertThat(upload.withPart("one").isExpired(late)).isFalse();
    }
}

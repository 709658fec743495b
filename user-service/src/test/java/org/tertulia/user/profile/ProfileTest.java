package org.tertulia.user.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;

class ProfileTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(1);

    private final Profile first = Profile.first(Profiling.account("ana", "Ana"));

    @Test
    void theFirstVersionIsTheAccount() {
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.bio()).isEmpty();
        assertThat(first.createdAt()).isEqualTo(NOON).isEqualTo(first.changedAt());
    }

    @Test
    void aChangeMakesTheNextVersionAndKeepsWhatIsForGood() {
        var second = first.saying(ProfileText.of("Ana María", "Hola"), LATER);
        assertThat(second)
                .isEqualTo(
                        new Profile(
                                first.userId(), "ana", "Ana María", "Hola", null, NOON, LATER, 2));
        var again = ProfileText.of(" Ana Mari\u0301a ", "Hola");
        assertThat(second.saying(again, LATER)).isSameAs(second);
        assertThat(second.saying(ProfileText.of("Ana", "Hola"), LATER).version()).isEqualTo(3);
        assertThat(second.saying(ProfileText.of("Ana María", null), LATER).version()).isEqualTo(3);
    }

    @Test
    void anotherPictureMakesTheNextVersionAndKeepsTheRest() {
        var picture = new MediaId(new UUID(0, 7));
        var second = first.picturedBy(picture, LATER);
        assertThat(second)
                .isEqualTo(new Profile(first.userId(), "ana", "Ana", "", picture, NOON, LATER, 2));
        assertThat(second.picturedBy(picture, LATER)).isSameAs(second);
        assertThat(second.saying(ProfileText.of("Eva", ""), LATER).picture()).isEqualTo(picture);
        assertThat(second.picturedBy(null, LATER).picture()).isNull();
        assertThat(ProfileEvents.changed(second).pictureId()).isEqualTo(picture.value());
    }

    @Test
    void theEventCarriesAllOfIt() {
        assertThat(ProfileEvents.changed(first))
                .isEqualTo(
                        new ProfileChanged(
                                first.userId().value(), 1, "ana", "Ana", "", null, NOON));
    }

    @Test
    void textHasItsLimits() {
        assertThat(ProfileText.of("\u00F1".repeat(80), "a\nb".repeat(100)).bio()).hasSize(300);
        assertThatThrownBy(() -> ProfileText.of("x".repeat(81), ""))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ProfileText.of("Ana\nB", "")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ProfileText.of("Ana", "x".repeat(501)))
                .isInstanceOf(ProblemException.class);
    }
}

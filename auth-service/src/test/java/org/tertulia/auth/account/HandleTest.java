package org.tertulia.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

class HandleTest {

    @ParameterizedTest
    @CsvSource({
        "ana, ana",
        "ANA, ana",
        "' ana ', ana",
        "ａｎａ, ana",
        "ana.maria_2-b, ana.maria_2-b",
        "9lives, 9lives",
        "ﬁn, fin"
    })
    void differentSpellingsAreOneHandle(String raw, String normal) {
        assertThat(Handle.of(raw)).isEqualTo(new Handle(normal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                ".ana",
                "-ana",
                "_ana",
                "ana maría",
                "ana@home",
                "anа-cyrillic",
                "a1234567890123456789012345678901",
                "ana\u0000b",
                "İan"
            })
    void whatIsNoHandleIsRefusedByField(String raw) {
        assertThatThrownBy(() -> Handle.of(raw))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.type()).isEqualTo(ProblemTypes.VALIDATION_FAILED);
                            assertThat(e.errors()).extracting("field").containsExactly("handle");
                        });
    }

    @Test
    void veryLongTextIsRefusedWithoutBeingNormalised() {
        assertThatThrownBy(() -> Handle.of("a".repeat(100_000)))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "ad.min",
                "a-d-m-i-n",
                "everyone",
                "tertulia",
                "support",
                "all",
                "here",
                "al.l"
            })
    void reservedHandlesAreReservedWithSeparatorsToo(String handle) {
        assertThat(ReservedHandles.contains(new Handle(handle))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "administradora-de-fincas", "supporter", "hereford"})
    void handlesThatOnlyContainAReservedOneAreFree(String handle) {
        assertThat(ReservedHandles.contains(new Handle(handle))).isFalse();
    }
}

package org.tertulia.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients branch on these URIs: they must remain as they are. */
class ProblemTypesTest {

    @Test
    void typesShouldKeepTheirUrisAndStatuses() {
        assertThat(all().stream().map(t -> t.status().value() + " " + t.uri()))
                .containsExactlyInAnyOrder(
                        "400 urn:tertulia:problem:validation-failed",
                        "400 urn:tertulia:problem:malformed-request",
                        "401 urn:tertulia:problem:unauthenticated",
                        "403 urn:tertulia:problem:forbidden",
                        "404 urn:tertulia:problem:not-found",
                        "405 urn:tertulia:problem:method-not-allowed",
                        "406 urn:tertulia:problem:not-acceptable",
                        "409 urn:tertulia:problem:conflict",
                        "412 urn:tertulia:problem:precondition-failed",
                        "413 urn:tertulia:problem:payload-too-large",
                        "415 urn:tertulia:problem:unsupported-media-type",
                        "429 urn:tertulia:problem:rate-limited",
                        "500 urn:tertulia:problem:internal-error",
                        "503 urn:tertulia:problem:service-unavailable");
    }

    private static List<ProblemType> all() {
        return Arrays.stream(ProblemTypes.class.getFields())
                .filter(f -> Modifier.isStatic(f.getModifiers()))
                .map(
                        f -> {
                            try {
                                return (ProblemType) f.get(null);
                            } catch (IllegalAccessException e) {
                                throw new AssertionError(e);
                            }
                        })
                .toList();
    }
}

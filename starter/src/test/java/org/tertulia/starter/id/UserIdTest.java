package org.tertulia.starter.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class UserIdTest {

    private static final String TEXT = "01980000-0000-7000-8000-00000000000a";

    @Test
    void valueOfShouldReadTheCanonicalForm() {
        assertThat(UserId.valueOf(TEXT)).isEqualTo(new UserId(UUID.fromString(TEXT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "01980000-0000-7000-8000-00000000000g", "me"})
    void valueOfShouldRefuseAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> UserId.valueOf(text));
    }

    @Test
    void jsonShouldBeTheBareString() {
        var json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(UserId.valueOf(TEXT))).isEqualTo('"' + TEXT + '"');
        assertThat(json.readValue('"' + TEXT + '"', UserId.class)).isEqualTo(UserId.valueOf(TEXT));
    }
}

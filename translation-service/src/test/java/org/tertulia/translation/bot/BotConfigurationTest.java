package org.tertulia.translation.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BotConfigurationTest {

    @ParameterizedTest
    @CsvSource({"'', ''", "traductor, ''", "'', tres tristes tigres", "' ', ' '"})
    void withoutANameAndAPasswordThereShouldBeNoBot(String handle, String password) {
        new ApplicationContextRunner()
                .withUserConfiguration(BotConfiguration.class)
                .withPropertyValues(
                        "tertulia.translation.bot.handle=" + handle,
                        "tertulia.translation.bot.password=" + password)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Bot.class));
    }

    @Test
    void aBotThatNeverAnswersShouldBeRefused() {
        assertThat(new BotProperties("traductor", "secret", 1).answersPerMinute()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BotProperties("traductor", "secret", 0));
    }
}

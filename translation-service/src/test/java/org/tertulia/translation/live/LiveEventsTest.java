package org.tertulia.translation.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.messages.MessageOutcome;
import org.tertulia.translation.messages.SaidText;
import org.tertulia.translation.translating.ReasonText;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import tools.jackson.databind.json.JsonMapper;

class LiveEventsTest {

    private final JsonMapper json = JsonMapper.builder().build();

    /** Who asks and who listens know the same words: those of the contract. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void aReasonShouldHaveTheSameWordEverywhere(Reason reason) {
        var said = new SaidText(new ChatId(UUID.randomUUID()), 1, 1, "Hola");
        var work = new LiveWork(said, new Language("en"), Instant.EPOCH);
        var event =
                LiveEvents.untranslated(
                        work, new MessageOutcome.Without(null, reason), Instant.EPOCH);

        assertThat(json.valueToTree(event.reason()).asString()).isEqualTo(ReasonText.of(reason));
    }
}

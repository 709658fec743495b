package org.tertulia.message.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;

class DeliveredPositionsTest {

    private final UserId ana = new UserId(UUID.randomUUID());
    private final ChatId chat = new ChatId(UUID.randomUUID());
    private final DeliveredPositions positions = new DeliveredPositions();

    @Test
    void theGreatestOfAllDevicesShouldCount() {
        positions.note(ana, Map.of(chat, 4L));
        positions.note(ana, Map.of(chat, 9L));
        positions.note(ana, Map.of(chat, 6L));

        assertThat(positions.waiting().take(10))
                .containsExactly(Map.entry(new ChatMember(chat, ana), 9L));
    }

    @Test
    void whatIsNoSeqOrTooMuchShouldBeRefusedAsAWhole() {
        var some = Map.of(chat, 4L, new ChatId(UUID.randomUUID()), -1L);
        assertThatThrownBy(() -> positions.note(ana, some)).isInstanceOf(ProblemException.class);
        var many =
                Stream.generate(() -> new ChatId(UUID.randomUUID()))
                        .limit(DeliveredPositions.MAX_CHATS + 1)
                        .collect(Collectors.toMap(Function.identity(), id -> 1L));
        assertThatThrownBy(() -> positions.note(ana, many)).isInstanceOf(ProblemException.class);

        assertThat(positions.waiting().take(10)).isEmpty();
    }
}

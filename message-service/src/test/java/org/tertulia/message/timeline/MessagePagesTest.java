package org.tertulia.message.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.FixedIds;

class MessagePagesTest {

    @Test
    void theNewestPageShouldAscendAndKnowWhetherOlderOnesExist() {
        var page = MessagePages.before(found(7, 8, 9), 2, false);

        assertThat(seqs(page)).containsExactly(8L, 9L);
        assertThat(page.before()).isEqualTo("8");
        assertThat(page.after()).isNull();
        assertThat(MessagePages.before(found(8, 9), 2, false).before()).isNull();
    }

    @Test
    void anOlderPageShouldLeadBothWays() {
        var page = MessagePages.before(found(4, 5, 6), 2, true);

        assertThat(seqs(page)).containsExactly(5L, 6L);
        assertThat(page.before()).isEqualTo("5");
        assertThat(page.after()).isEqualTo("6");
    }

    @Test
    void aNewerPageShouldLeadBothWays() {
        var page = MessagePages.after(found(4, 5, 6), 2, 3);

        assertThat(seqs(page)).containsExactly(4L, 5L);
        assertThat(page.before()).isEqualTo("4");
        assertThat(page.after()).isEqualTo("5");
        assertThat(MessagePages.after(found(4, 5), 2, 3).after()).isNull();
    }

    @Test
    void anEmptyPageShouldLeadNowhere() {
        assertThat(MessagePages.before(found(), 2, true))
                .isEqualTo(new MessagePage(List.of(), null, null, 99));
        assertThat(MessagePages.after(found(), 2, 0))
                .isEqualTo(new MessagePage(List.of(), null, null, 99));
    }

    @Test
    void aPageAroundAMessageShouldHaveHalfOfEachSide() {
        var page = MessagePages.around(found(2, 3, 4, 5, 6, 7), 4, 5);

        assertThat(seqs(page)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(page.before()).isEqualTo("3");
        assertThat(page.after()).isEqualTo("6");
        assertThat(page.lastSeq()).isEqualTo(99);
    }

    @Test
    void aPageAroundTheEndsShouldLeadNoFurther() {
        var page = MessagePages.around(found(4, 5), 4, 5);

        assertThat(seqs(page)).containsExactly(4L, 5L);
        assertThat(page.before()).isNull();
        assertThat(page.after()).isNull();
        assertThat(MessagePages.around(found(), 4, 5).items()).isEmpty();
    }

    @Test
    void aPageOfOneAroundAMessageShouldBeThatMessage() {
        var page = MessagePages.around(found(3, 4, 5, 6), 1, 5);

        assertThat(seqs(page)).containsExactly(5L);
        assertThat(page.before()).isEqualTo("5");
        assertThat(page.after()).isEqualTo("5");
    }

    private static List<Long> seqs(MessagePage page) {
        return page.items().stream().map(MessageView::seq).toList();
    }

    private static MessageStretch found(long... seqs) {
        return new MessageStretch(
                LongStream.of(seqs).mapToObj(MessagePagesTest::message).toList(), 99);
    }

    private static MessageView message(long seq) {
        return new MessageView(
                new MessageId(FixedIds.id(seq)),
                new ChatId(FixedIds.id(1)),
                seq,
                new UserId(FixedIds.id(2)),
                FixedIds.id(seq),
                "m" + seq,
                Instant.EPOCH,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                false);
    }
}

package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tertulia.message.timeline.ChatsDigest;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.FixedIds;

class ChatCursorsTest {

    private static final ChatId ONE = new ChatId(FixedIds.id(1));
    private static final ChatId TWO = new ChatId(FixedIds.id(2));
    private static final ChatId THREE = new ChatId(FixedIds.id(3));

    private final ChatCursors cursors = new ChatCursors();

    @Test
    void theSameChatsShouldNotDiffer() {
        cursors.add(ONE);
        cursors.add(TWO);

        assertThat(cursors.differFrom(digest(TWO, ONE))).isFalse();
        assertThat(cursors.differFrom(digest(ONE))).isTrue();
        assertThat(cursors.differFrom(digest(ONE, THREE))).isTrue();
        assertThat(cursors.differFrom(digest())).isTrue();
    }

    @Test
    void aComparisonShouldTellWhatIsMissingAndWhatHasEnded() {
        cursors.add(ONE);
        var ended = cursors.add(TWO);
        cursors.differFrom(digest(ONE, THREE));

        assertThat(cursors.compare(all(ONE, THREE)))
                .isEqualTo(new ChatCursors.Difference(List.of(THREE), List.of(ended)));
    }

    @Test
    void whatIsFollowedAfterTheComparisonBeganShouldCountMoreThanTheRead() {
        cursors.add(ONE);
        cursors.differFrom(digest(ONE, THREE));
        cursors.add(TWO);

        assertThat(cursors.compare(all(ONE, THREE))).isEqualTo(nothing());
    }

    @Test
    void whatIsForgottenAfterTheComparisonBeganShouldCountMoreThanTheRead() {
        cursors.add(ONE);
        cursors.add(TWO);
        cursors.differFrom(digest(ONE, TWO, THREE));
        cursors.remove(TWO);

        assertThat(cursors.compare(all(ONE, TWO, THREE))).isEqualTo(nothing());
        assertThat(cursors.differFrom(digest(ONE))).isFalse();
        assertThat(cursors.compare(all(ONE))).isEqualTo(nothing());
    }

    @Test
    void aReadBeforeAnyComparisonShouldTellNothing() {
        assertThat(cursors.compare(all(ONE))).isEqualTo(nothing());
    }

    @Test
    void aReadOfTheNewestChatsShouldEndNoneOfTheOthers() {
        cursors.add(ONE);
        cursors.differFrom(digest(TWO, THREE));

        assertThat(cursors.compare(MemberOf.of(Set.of(TWO, THREE), 2)))
                .isEqualTo(
                        new ChatCursors.Difference(
                                Set.of(TWO, THREE).stream().toList(), List.of()));
    }

    private static ChatsDigest digest(ChatId... chats) {
        return ChatsDigest.of(List.of(chats));
    }

    private static MemberOf all(ChatId... chats) {
        return MemberOf.of(Set.of(chats), 10);
    }

    private static ChatCursors.Difference nothing() {
        return new ChatCursors.Difference(List.of(), List.of());
    }
}

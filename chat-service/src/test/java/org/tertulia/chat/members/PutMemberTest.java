package org.tertulia.chat.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tertulia.chat.ledger.ChatMember;
import org.tertulia.chat.ledger.Chats;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;

class PutMemberTest {

    private static final Actor ME = Chats.person();
    private static final Actor OTHER = Chats.person();
    private static final ChatId CHAT = Chats.publicChat(ME, "Plaza").chat().id();

    static Stream<Arguments> wishes() {
        return Stream.of(
                Arguments.of(ME, null, null, ChatAction.JOIN),
                Arguments.of(ME, null, ChatRole.MEMBER, ChatAction.JOIN),
                Arguments.of(ME, null, ChatRole.ADMIN, ChatAction.SET_ROLE),
                Arguments.of(ME, ChatRole.ADMIN, null, ChatAction.JOIN),
                Arguments.of(ME, ChatRole.ADMIN, ChatRole.ADMIN, ChatAction.JOIN),
                Arguments.of(ME, ChatRole.ADMIN, ChatRole.OWNER, ChatAction.SET_ROLE),
                Arguments.of(ME, ChatRole.ADMIN, ChatRole.MEMBER, ChatAction.SET_ROLE),
                Arguments.of(OTHER, null, null, ChatAction.ADD_MEMBER),
                Arguments.of(OTHER, null, ChatRole.MEMBER, ChatAction.ADD_MEMBER),
                Arguments.of(OTHER, null, ChatRole.OWNER, ChatAction.SET_ROLE),
                Arguments.of(OTHER, ChatRole.MEMBER, null, ChatAction.ADD_MEMBER),
                Arguments.of(OTHER, ChatRole.MEMBER, ChatRole.ADMIN, ChatAction.SET_ROLE));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void theActionFollowsFromWhoAsksWhatForWhom(
            Actor whom, @Nullable ChatRole now, @Nullable ChatRole wanted, ChatAction action) {
        var member = now == null ? null : new ChatMember(whom.userId(), now, Chats.NOON);
        var wish = new PutMember(CHAT, whom.userId(), wanted);
        assertThat(wish.action(ME.userId(), member)).isEqualTo(action);
    }
}

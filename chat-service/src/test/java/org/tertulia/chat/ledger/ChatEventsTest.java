package org.tertulia.chat.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.contracts.chat.ChatChanged;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatDeleted;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.EmojiAdded;
import org.tertulia.contracts.chat.EmojiRemoved;
import org.tertulia.contracts.chat.InitialMember;
import org.tertulia.contracts.chat.MemberAdded;
import org.tertulia.contracts.chat.MemberRemoved;
import org.tertulia.contracts.chat.MemberRoleChanged;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.security.Actor;

class ChatEventsTest {

    private static final Actor ANA = Chats.person();
    private static final Actor BEN = Chats.person();

    private final ChatChange.Opened opened = Chats.group("Tapas", ANA, BEN);
    private final Chat chat = opened.chat();

    @Test
    void openedIsCreatedWithItsMembersInOrder() {
        assertThat(ChatEvents.of(opened))
                .isEqualTo(
                        new ChatCreated(
                                chat.id().value(),
                                1,
                                ChatKind.GROUP,
                                "Tapas",
                                "",
                                ANA.userId().value(),
                                List.of(
                                        new InitialMember(
                                                ANA.userId().value(),
                                                org.tertulia.contracts.chat.ChatRole.OWNER),
                                        new InitialMember(
                                                BEN.userId().value(),
                                                org.tertulia.contracts.chat.ChatRole.MEMBER)),
                                true,
                                Chats.NOON));
    }

    @Test
    void everyOtherChangeCarriesTheVersionItLedTo() {
        var by = ANA.userId();
        var who = BEN.userId();
        var id = chat.id().value();
        var picture = new MediaId(new UUID(0, 7));
        var next = chat.edited("Pinchos", "at nine", false);
        assertThat(ChatEvents.of(new ChatChange.Edited(next, by, Chats.NOON)))
                .isEqualTo(
                        new ChatChanged(
                                id,
                                2,
                                "Pinchos",
                                "at nine",
                                null,
                                ChatKind.GROUP,
                                false,
                                by.value(),
                                Chats.NOON));
        assertThat(ChatEvents.of(new ChatChange.Edited(next.picturedBy(picture), by, Chats.NOON)))
                .isInstanceOfSatisfying(
                        ChatChanged.class,
                        changed -> {
                            assertThat(changed.pictureId()).isEqualTo(picture.value());
                            assertThat(changed.version()).isEqualTo(3);
                            assertThat(changed.title()).isEqualTo("Pinchos");
                        });
        var wink = new ChatEmoji(new EmojiName("wink"), picture, by, Chats.NOON);
        assertThat(ChatEvents.of(new ChatChange.EmojiAdded(next, wink)))
                .isEqualTo(new EmojiAdded(id, 2, "wink", picture.value(), by.value(), Chats.NOON));
        assertThat(ChatEvents.of(new ChatChange.EmojiRemoved(next, wink.name(), by, Chats.NOON)))
                .isEqualTo(new EmojiRemoved(id, 2, "wink", by.value(), Chats.NOON));
        var member = new ChatMember(who, ChatRole.ADMIN, Chats.NOON);
        assertThat(ChatEvents.of(new ChatChange.MemberAdded(next, member, by, Chats.NOON)))
                .isEqualTo(
                        new MemberAdded(
                                id,
                                2,
                                who.value(),
                                org.tertulia.contracts.chat.ChatRole.ADMIN,
                                by.value(),
                                Chats.NOON));
        assertThat(ChatEvents.of(new ChatChange.MemberRemoved(next, who, by, Chats.NOON)))
                .isEqualTo(new MemberRemoved(id, 2, who.value(), by.value(), Chats.NOON));
        assertThat(
                        ChatEvents.of(
                                new ChatChange.RoleChanged(
                                        next, who, ChatRole.MEMBER, by, Chats.NOON)))
                .isEqualTo(
                        new MemberRoleChanged(
                                id,
                                2,
                                who.value(),
                                org.tertulia.contracts.chat.ChatRole.MEMBER,
                                by.value(),
                                Chats.NOON));
        assertThat(ChatEvents.of(new ChatChange.Closed(next, by, Chats.NOON)))
                .isEqualTo(new ChatDeleted(id, 2, by.value(), Chats.NOON));
    }
}

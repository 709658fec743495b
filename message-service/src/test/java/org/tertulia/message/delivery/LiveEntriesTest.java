package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.message.attachments.Attachment;
import org.tertulia.message.posting.Message;
import org.tertulia.message.timeline.StoredEntry;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.RawEvent;
import org.tertulia.test.FixedIds;
import tools.jackson.databind.json.JsonMapper;

class LiveEntriesTest {

    private static final UUID CHAT = FixedIds.id(1);
    private static final UUID ANA = FixedIds.id(2);
    private static final UUID BRUNO = FixedIds.id(3);
    private static final Instant AT = Instant.parse("2026-11-02T09:30:00Z");

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventCodec codec = new EventCodec(json);
    private final LiveEntries entries = new LiveEntries(json, codec);

    @Test
    void aMessageShouldKeepItsText() {
        var tricky = "\"seq\": 99, \"type\": \"member.left\"";
        var entry =
                live(new MessagePosted(CHAT, 7, FixedIds.id(9), ANA, FixedIds.id(8), tricky, AT));

        assertThat(entry.seq()).isEqualTo(7);
        assertThat(entry.chatId()).isEqualTo(new ChatId(CHAT));
        assertThat(entry.ends(new UserId(ANA))).isFalse();
        var frame = json.readTree(entry.frame());
        assertThat(frame.path("op").asString()).isEqualTo("entry");
        assertThat(frame.path("text").asString()).isEqualTo(tricky);
    }

    /** What the instance that committed a message tells at once is what everybody is told by the topic. */
    @Test
    void aCommittedMessageShouldBeTheEntryOfTheLog() {
        var message =
                new Message(
                        new MessageId(FixedIds.id(9)),
                        new ChatId(CHAT),
                        7,
                        new UserId(ANA),
                        FixedIds.id(8),
                        "",
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new Attachment(
                                        FixedIds.id(7),
                                        "video",
                                        "v.mp4",
                                        "video/mp4",
                                        9,
                                        4,
                                        3,
                                        2L,
                                        "#010203",
                                        "playa"),
                                new Attachment(
                                        FixedIds.id(6),
                                        "file",
                                        "a.pdf",
                                        "application/pdf",
                                        1,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)),
                        AT);
        var frame = json.readTree(entries.of(message).frame());

        assertThat(frame.path("attachments"))
                .isEqualTo(
                        json.readTree(
                                """
                                [{"mediaId": "%s", "kind": "video", "name": "v.mp4", "contentType": "video/mp4", "bytes": 9,
                                  "width": 4, "height": 3, "durationMs": 2, "placeholder": "#010203", "alt": "playa"},
                                 {"mediaId": "%s", "kind": "file", "name": "a.pdf", "contentType": "application/pdf", "bytes": 1}]
                                """
                                        .formatted(FixedIds.id(7), FixedIds.id(6))));
    }

    @Test
    void entriesAboutMembersShouldSayWho() {
        assertThat(
                        live(new ChatOpened(
                                        CHAT,
                                        1,
                                        ChatKind.GROUP,
                                        "T",
                                        ANA,
                                        List.of(ANA, BRUNO),
                                        true,
                                        AT))
                                .joined())
                .containsExactly(new UserId(ANA), new UserId(BRUNO));
        assertThat(live(new MemberJoined(CHAT, 2, BRUNO, ChatRole.MEMBER, ANA, AT)).joined())
                .containsExactly(new UserId(BRUNO));
        var left = live(new MemberLeft(CHAT, 3, BRUNO, ANA, AT));
        assertThat(left.ends(new UserId(BRUNO))).isTrue();
        assertThat(left.ends(new UserId(ANA))).isFalse();
        assertThat(live(new ChatClosed(CHAT, 4, ANA, AT)).ends(new UserId(ANA))).isTrue();
    }

    @Test
    void aStoredEntryShouldBeTheSame() {
        var text = codec.json(new MemberLeft(CHAT, 3, BRUNO, ANA, AT));
        var entry = entries.of(new ChatId(CHAT), new StoredEntry(3, text));

        assertThat(entry.seq()).isEqualTo(3);
        assertThat(entry.left()).isEqualTo(new UserId(BRUNO));
    }

    @Test
    void anEntryOfANewerVersionShouldPassThrough() {
        var value = "{\"seq\":5,\"new\":{\"seq\":1},\"type\":\"message.edited\"}";
        var entry =
                entries.of(
                        new RawEvent(CHAT.toString(), "", value.getBytes(StandardCharsets.UTF_8)));

        assertThat(entry.seq()).isEqualTo(5);
        assertThat(new String(entry.frame(), StandardCharsets.UTF_8)).endsWith(value.substring(1));
    }

    @Test
    void whatIsNoEntryShouldFail() {
        assertThatThrownBy(
                        () -> entries.of(new RawEvent(CHAT.toString(), "", new byte[] {'{', '}'})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private LiveEntry live(LogEntry entry) {
        return entries.of(new RawEvent(CHAT.toString(), codec.type(entry), codec.encode(entry)));
    }
}

package org.tertulia.message.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.message.frames.FrameCodec.Received;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;
import tools.jackson.databind.json.JsonMapper;

class FrameCodecTest {

    private static final UUID CHAT = UUID.fromString("01980000-0000-7000-8000-0000000000c1");
    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-0000000000d1");

    private final FrameCodec codec = new FrameCodec(JsonMapper.builder().build());

    @Test
    void everyFrameOfAClientShouldBeRead() {
        assertThat(
                        frame(
                                "{\"op\":\"message.send\",\"chatId\":\"%s\",\"clientMessageId\":\"%s\",\"text\":\"a\",\"new\":1}"
                                        .formatted(CHAT, ID)))
                .isEqualTo(
                        new ClientFrame.SendMessage(
                                new ChatId(CHAT), ID, "a", null, null, null, null));
        assertThat(
                        frame(
                                "{\"op\":\"message.send\",\"chatId\":\"%s\",\"clientMessageId\":\"%s\",\"text\":null,\"replyTo\":2,\"thread\":1,\"forward\":{\"chatId\":\"%s\",\"seq\":7}}"
                                        .formatted(CHAT, ID, CHAT)))
                .isEqualTo(
                        new ClientFrame.SendMessage(
                                new ChatId(CHAT),
                                ID,
                                null,
                                2L,
                                1L,
                                new MessagePlace(new ChatId(CHAT), 7),
                                null));
        assertThat(
                        frame(
                                "{\"op\":\"message.send\",\"chatId\":\"%1$s\",\"clientMessageId\":\"%2$s\",\"attachments\":[{\"mediaId\":\"%1$s\",\"alt\":\"a\"},{\"mediaId\":\"%2$s\"}]}"
                                        .formatted(CHAT, ID)))
                .isEqualTo(
                        new ClientFrame.SendMessage(
                                new ChatId(CHAT),
                                ID,
                                null,
                                null,
                                null,
                                null,
                                List.of(new AttachFile(CHAT, "a"), new AttachFile(ID, null))));
        assertThat(frame("{\"op\":\"resume\",\"chats\":{\"%s\":7}}".formatted(CHAT)))
                .isEqualTo(new ClientFrame.Resume(Map.of(new ChatId(CHAT), 7L), null));
        assertThat(
                        frame(
                                "{\"op\":\"resume\",\"compression\":\"gzip\",\"chats\":{\"%s\":7}}"
                                        .formatted(CHAT)))
                .isEqualTo(new ClientFrame.Resume(Map.of(new ChatId(CHAT), 7L), "gzip"));
        assertThat(frame("{\"seq\":7,\"chatId\":\"%s\",\"op\":\"read\"}".formatted(CHAT)))
                .isEqualTo(new ClientFrame.Read(new ChatId(CHAT), 7, null));
        assertThat(
                        frame(
                                "{\"op\":\"read\",\"chatId\":\"%s\",\"seq\":7,\"generation\":2}"
                                        .formatted(CHAT)))
                .isEqualTo(new ClientFrame.Read(new ChatId(CHAT), 7, 2));
        assertThat(frame("{\"op\":\"delivered\",\"chats\":{\"%s\":7}}".formatted(CHAT)))
                .isEqualTo(new ClientFrame.Delivered(Map.of(new ChatId(CHAT), 7L)));
        assertThat(frame("{\"op\":\"unread\",\"chatId\":\"%s\",\"seq\":7}".formatted(CHAT)))
                .isEqualTo(new ClientFrame.MarkUnread(new ChatId(CHAT), 7));
        assertThat(
                        frame(
                                "{\"op\":\"thread.read\",\"chatId\":\"%s\",\"thread\":3,\"seq\":7}"
                                        .formatted(CHAT)))
                .isEqualTo(new ClientFrame.ReadThread(new ChatId(CHAT), 3, 7));
        assertThat(frame("{\"op\":\"auth.refresh\",\"token\":\"t\"}"))
                .isEqualTo(new ClientFrame.RefreshToken("t"));
        var about = "\"chatId\":\"%s\",\"message\":3".formatted(CHAT);
        var chat = new ChatId(CHAT);
        assertThat(
                        frame(
                                "{\"op\":\"message.edit\",%s,\"version\":2,\"text\":\"b\"}"
                                        .formatted(about)))
                .isEqualTo(new ClientFrame.EditMessage(chat, 3, 2, "b"));
        assertThat(frame("{\"op\":\"message.delete\",%s}".formatted(about)))
                .isEqualTo(new ClientFrame.DeleteMessage(chat, 3));
        assertThat(frame("{\"op\":\"reaction.add\",%s,\"emoji\":\"👍\"}".formatted(about)))
                .isEqualTo(new ClientFrame.AddReaction(chat, 3, "👍"));
        assertThat(frame("{\"op\":\"reaction.remove\",%s,\"emoji\":\"👍\"}".formatted(about)))
                .isEqualTo(new ClientFrame.RemoveReaction(chat, 3, "👍"));
        assertThat(frame("{\"op\":\"message.pin\",%s}".formatted(about)))
                .isEqualTo(new ClientFrame.PinMessage(chat, 3));
        assertThat(frame("{\"op\":\"message.unpin\",%s}".formatted(about)))
                .isEqualTo(new ClientFrame.UnpinMessage(chat, 3));
        assertThat(frame("{\"op\":\"ping\"}")).isEqualTo(new ClientFrame.Ping());
    }

    @Test
    void everyFrameAboutThePersonShouldBeRead() {
        var chat = new ChatId(CHAT);
        var about = "\"chatId\":\"%s\"".formatted(CHAT);
        assertThat(frame("{\"op\":\"draft.set\",%s,\"text\":\"\"}".formatted(about)))
                .isEqualTo(new ClientFrame.SetDraft(chat, null, "", null, null));
        assertThat(
                        frame(
                                "{\"op\":\"draft.set\",%s,\"thread\":2,\"text\":\"a\",\"replyTo\":3,\"baseVersion\":0}"
                                        .formatted(about)))
                .isEqualTo(new ClientFrame.SetDraft(chat, 2L, "a", 3L, 0L));
        assertThat(
                        frame(
                                "{\"op\":\"presence.set\",\"status\":\"away\",\"text\":\"a\",\"emoji\":\"☕\",\"until\":\"2026-11-02T09:30:00Z\",\"automatic\":false}"))
                .isEqualTo(
                        new ClientFrame.SetPresence(
                                "away", "a", "☕", Instant.parse("2026-11-02T09:30:00Z"), false));
        assertThat(frame("{\"op\":\"presence.set\",\"status\":\"online\"}"))
                .isEqualTo(new ClientFrame.SetPresence("online", null, null, null, null));
        assertThat(
                        frame(
                                "{\"op\":\"translations\",\"language\":\"en\",\"everything\":true,\"chats\":[\"%s\"]}"
                                        .formatted(CHAT)))
                .isEqualTo(new ClientFrame.Translations("en", true, List.of(chat)));
        assertThat(
                        frame(
                                "{\"op\":\"translations\",\"language\":null,\"everything\":false,\"chats\":[]}"))
                .isEqualTo(new ClientFrame.Translations(null, false, List.of()));
        assertThat(frame("{\"op\":\"typing\",%s}".formatted(about)))
                .isEqualTo(new ClientFrame.Typing(chat, null));
        assertThat(frame("{\"op\":\"typing\",%s,\"thread\":2}".formatted(about)))
                .isEqualTo(new ClientFrame.Typing(chat, 2L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "[]",
                "7",
                "null",
                "\"ping\"",
                "{}",
                "{\"op\":7}",
                "{\"op\":null}",
                "{\"op\":\"ping\"",
                "{\"op\":\"ping\"} x"
            })
    void whatIsNoFrameShouldNotBeUnderstood(String text) {
        assertThat(read(text)).isInstanceOf(Received.Unintelligible.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"dance\"}",
                "{\"op\":\"message.send\"}",
                "{\"op\":\"message.send\",\"chatId\":\"x\",\"clientMessageId\":\"01980000-0000-7000-8000-0000000000d1\",\"text\":\"a\"}",
                "{\"op\":\"message.send\",\"chatId\":null,\"clientMessageId\":\"01980000-0000-7000-8000-0000000000d1\",\"text\":\"a\"}",
                "{\"op\":\"message.send\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"text\":\"a\"}",
                "{\"op\":\"message.send\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"clientMessageId\":\"01980000-0000-7000-8000-0000000000d1\",\"forward\":{\"seq\":1}}",
                "{\"op\":\"message.send\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"clientMessageId\":\"01980000-0000-7000-8000-0000000000d1\",\"replyTo\":\"x\"}",
                "{\"op\":\"message.send\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"clientMessageId\":\"01980000-0000-7000-8000-0000000000d1\",\"text\":{\"a\":1}}",
                "{\"op\":\"message.send\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"clientMessageId\":\"01980000-0000-7000-8000-0000000000d1\",\"attachments\":[{\"alt\":\"a\"}]}",
                "{\"op\":\"message.send\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"clientMessageId\":\"01980000-0000-7000-8000-0000000000d1\",\"attachments\":[null]}",
                "{\"op\":\"message.send\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"clientMessageId\":\"01980000-0000-7000-8000-0000000000d1\",\"attachments\":{}}",
                "{\"op\":\"resume\"}",
                "{\"op\":\"resume\",\"chats\":null}",
                "{\"op\":\"resume\",\"chats\":[]}",
                "{\"op\":\"resume\",\"chats\":{\"x\":1}}",
                "{\"op\":\"resume\",\"chats\":{\"01980000-0000-7000-8000-0000000000c1\":\"many\"}}",
                "{\"op\":\"resume\",\"chats\":{\"01980000-0000-7000-8000-0000000000c1\":null}}",
                "{\"op\":\"resume\",\"chats\":{},\"compression\":{}}",
                "{\"op\":\"read\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\"}",
                "{\"op\":\"read\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"seq\":null}",
                "{\"op\":\"draft.set\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\"}",
                "{\"op\":\"presence.set\"}",
                "{\"op\":\"presence.set\",\"status\":\"online\",\"until\":\"soon\"}",
                "{\"op\":\"typing\"}",
                "{\"op\":\"auth.refresh\"}",
                "{\"op\":\"message.edit\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"message\":1,\"text\":\"a\"}",
                "{\"op\":\"message.edit\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"message\":1,\"version\":null,\"text\":\"a\"}",
                "{\"op\":\"message.edit\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"message\":1,\"version\":3000000000,\"text\":\"a\"}",
                "{\"op\":\"message.delete\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\"}",
                "{\"op\":\"reaction.add\",\"chatId\":\"01980000-0000-7000-8000-0000000000c1\",\"message\":1}",
                "{\"op\":\"ping\",\"requestId\":7}",
                "{\"op\":\"ping\",\"requestId\":null}",
                "{\"op\":\"ping\",\"requestId\":\"12345678901234567890123456789012345678901234567890123456789012345\"}"
            })
    void aFrameThatIsNotRightShouldBeRefusedByItsOp(String text) {
        var op = JsonMapper.builder().build().readTree(text).path("op").asString();
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Received.Refused.class,
                        refused -> {
                            assertThat(refused.answer().re()).isEqualTo(op);
                            assertThat(refused.answer().problem().status()).isEqualTo(400);
                        });
    }

    @Test
    void aRefusalShouldNameTheMessage() {
        var text =
                "{\"op\":\"message.send\",\"chatId\":\"%s\",\"clientMessageId\":\"%s\",\"text\":{}}"
                        .formatted(CHAT, ID);
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Received.Refused.class,
                        refused -> {
                            assertThat(refused.answer().clientMessageId()).isEqualTo(ID);
                            assertThat(refused.answer().chatId()).isEqualTo(new ChatId(CHAT));
                        });
    }

    @Test
    void theAnswerShouldNameWhatWasAskedFor() {
        var asked =
                ((Received.Understood)
                                read(
                                        "{\"op\":\"message.pin\",\"requestId\":\"r1\",\"chatId\":\"%s\",\"message\":3}"
                                                .formatted(CHAT)))
                        .asked();

        assertThat(new String(codec.write(asked.done(9L, null)), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"op\":\"done\",\"re\":\"message.pin\",\"requestId\":\"r1\",\"chatId\":\"%s\",\"message\":3,\"seq\":9}"
                                .formatted(CHAT));
        var refused = asked.refused(new IllegalStateException());
        assertThat(refused.requestId()).isEqualTo("r1");
        assertThat(refused.message()).isEqualTo(3);
        assertThat(refused.chatId()).isEqualTo(new ChatId(CHAT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "1.5", "null", "{}", "99999999999999999999"})
    void aRefusalShouldLeaveOutWhatCanNotBeRead(String message) {
        var answer =
                ((Received.Refused)
                                read(
                                        "{\"op\":\"message.pin\",\"requestId\":\"r1\",\"chatId\":7,\"message\":%s}"
                                                .formatted(message)))
                        .answer();

        assertThat(answer.requestId()).isEqualTo("r1");
        assertThat(answer.message()).isNull();
        assertThat(answer.chatId()).isNull();
    }

    @Test
    void anEntryFrameShouldBeTheEntryWithItsOpInFront() {
        assertThat(new String(EntryFrame.of("{\"seq\": 1}"), StandardCharsets.UTF_8))
                .isEqualTo("{\"op\":\"entry\",\"seq\": 1}");
        assertThat(new String(EntryFrame.of(" {\"á\":1}"), StandardCharsets.UTF_8))
                .isEqualTo("{\"op\":\"entry\",\"á\":1}");
    }

    private ClientFrame frame(String text) {
        return ((Received.Understood) read(text)).frame();
    }

    private Received read(String text) {
        return codec.read(text.getBytes(StandardCharsets.UTF_8));
    }
}

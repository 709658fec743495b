package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.chat.Person.expect;
import static org.tertulia.chat.Person.expectProblem;
import static org.tertulia.chat.Person.json;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tertulia.test.KafkaRecords;
import tools.jackson.databind.JsonNode;

/** Whether the members of a chat see how far the others have read: by kind, by whom, and as an event. */
class ReceiptsSettingIT extends ChatApi {

    private static final Map<String, Boolean> ON = Map.of("receipts", true);
    private static final Map<String, Boolean> OFF = Map.of("receipts", false);

    private Person ana;
    private Person ben;
    private Person eva;

    @BeforeEach
    void begin() {
        ana = person();
        ben = person();
        eva = person();
    }

    @Test
    void theyAreOnInPrivateChatsAndGroupsAndOffInPublicOnes() {
        assertThat(receipts(ana.read(ana.privateChat(ben)))).isTrue();
        assertThat(receipts(ana.read(ana.group("Tapas", ben)))).isTrue();
        assertThat(receipts(ana.read(ana.publicChat("Plaza")))).isFalse();
    }

    @Test
    void settingThemIsOneChangeThatLeavesTheTextAlone() {
        var chat = ana.group("Tapas", ben);
        expect(200, ana.put("/" + chat, Map.of("title", "Pinchos", "description", "at nine")));
        var set = json(ana.put("/" + chat, OFF).expectStatus().isOk());
        assertThat(receipts(set)).isFalse();
        assertThat(set.path("version").asLong()).isEqualTo(3);
        assertThat(json(ana.put("/" + chat, OFF)).path("version").asLong()).isEqualTo(3);
        var read = ben.read(chat);
        assertThat(receipts(read)).isFalse();
        assertThat(read.path("title").asString()).isEqualTo("Pinchos");
        assertThat(read.path("description").asString()).isEqualTo("at nine");
        expect(200, ana.put("/" + chat, Map.of("title", "Tapas")));
        assertThat(receipts(ben.read(chat))).isFalse();

        var events = KafkaRecords.of("chat.events.v1").awaitRecords(4, r -> chat.equals(r.key()));
        ReplayedChat.of(events).expectToBe(ben.read(chat));
    }

    @Test
    void eitherOfTwoMaySetThemInAPrivateChatWhichCanNotBeRenamed() {
        var chat = ana.privateChat(ben);
        expect(200, ben.put("/" + chat, OFF));
        assertThat(receipts(ana.read(chat))).isFalse();
        expect(200, ana.put("/" + chat, ON));
        assertThat(receipts(ben.read(chat))).isTrue();
        expectProblem(
                ana.put("/" + chat, Map.of("title", "We", "receipts", false)),
                409,
                "chat-not-editable");
        assertThat(receipts(ben.read(chat))).isTrue();
        expectProblem(eva.put("/" + chat, OFF), 404, "not-found");
    }

    @Test
    void inAGroupOnlyThoseWhoRunItMaySetThem() {
        var chat = ana.group("Tapas", ben);
        expectProblem(ben.put("/" + chat, OFF), 403, "forbidden");
        expectProblem(eva.put("/" + chat, OFF), 404, "not-found");
        expect(200, ana.setRole(chat, ben, "admin"));
        expect(200, ben.put("/" + chat, OFF));
    }

    @Test
    void aPublicChatNeverHasThem() {
        var chat = ana.publicChat("Plaza");
        var problem = expectProblem(ana.put("/" + chat, ON), 400, "validation-failed");
        assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("receipts");
        expect(200, ana.put("/" + chat, OFF));
        assertThat(ana.read(chat).path("version").asLong()).isEqualTo(1);
        expectProblem(ben.put("/" + chat, OFF), 403, "forbidden");
    }

    @Test
    void nothingToSetIsRefused() {
        var chat = ana.group("Tapas", ben);
        for (var body : List.of(Map.<String, Object>of(), Map.of("description", "x"))) {
            var problem = expectProblem(ana.put("/" + chat, body), 400, "validation-failed");
            assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("title");
        }
    }

    @Test
    void aChatOfTheVersionBeforeHasTheDefaultOfItsKind() {
        var group = ana.group("Tapas", ben);
        var open = ana.publicChat("Plaza");
        database.sql("update chats set receipts = null").then().block(PATIENCE);
        assertThat(receipts(ana.read(group))).isTrue();
        assertThat(receipts(ana.read(open))).isFalse();
    }

    private static boolean receipts(JsonNode chat) {
        return chat.path("receipts").asBoolean();
    }
}

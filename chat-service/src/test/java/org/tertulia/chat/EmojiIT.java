package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.chat.Person.expect;
import static org.tertulia.chat.Person.expectProblem;
import static org.tertulia.chat.Person.json;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.StubMedia;

/** The emoji that a chat has of its own: by whom, which, how many, and as events. */
class EmojiIT extends ChatApi {

    private static final int MOST = 100;

    private Person ana;
    private Person ben;
    private Person eva;

    @BeforeEach
    void begin() {
        MEDIA_SERVICE.reset();
        ana = person();
        ben = person();
        eva = person();
    }

    private static String emoji(String chat) {
        return "/" + chat + "/emoji";
    }

    private static String emoji(String chat, String name) {
        return emoji(chat) + "/" + name;
    }

    private static List<String> names(Person person, String chat) {
        var items = json(person.get(emoji(chat)).expectStatus().isOk()).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("name").asString())
                .toList();
    }

    @Test
    void theOwnerGivesThemAndAllMembersSeeThem() {
        var chat = ana.group("Tapas", ben);
        var first = pictureOf(ana);
        var added = json(ana.put(emoji(chat, "wink"), first).expectStatus().isOk());
        assertThat(added.path("name").asString()).isEqualTo("wink");
        assertThat(added.path("mediaId").asString()).isEqualTo(first.get("mediaId").toString());
        assertThat(added.path("addedBy").asString()).isEqualTo(ana.id().toString());
        expect(200, ana.put(emoji(chat, "wink"), first));
        assertThat(ana.read(chat).path("version").asLong()).isEqualTo(2);

        expect(200, ana.put(emoji(chat, "cafe_con_leche"), pictureOf(ana)));
        assertThat(names(ben, chat)).containsExactly("cafe_con_leche", "wink");
        var second = pictureOf(ana);
        expect(200, ana.put(emoji(chat, "wink"), second));
        assertThat(names(ben, chat)).containsExactly("cafe_con_leche", "wink");
        expect(204, ana.delete(emoji(chat, "cafe_con_leche")));
        expectProblem(ana.delete(emoji(chat, "cafe_con_leche")), 404, "not-found");
        assertThat(names(ben, chat)).containsExactly("wink");

        var events = KafkaRecords.of(Topics.CHAT_EVENTS).awaitRecords(5, r -> chat.equals(r.key()));
        var replayed = ReplayedChat.of(events);
        replayed.expectToBe(ben.read(chat));
        assertThat(replayed.emoji()).isEqualTo(Map.of("wink", second.get("mediaId").toString()));
    }

    @Test
    void nobodyButTheOwnerGivesAndTakesThem() {
        var chat = ana.publicChat("Plaza");
        expect(200, ben.join(chat));
        expect(200, ana.setRole(chat, ben, "admin"));
        expect(200, ana.put(emoji(chat, "wink"), pictureOf(ana)));
        expectProblem(ben.put(emoji(chat, "nod"), pictureOf(ben)), 403, "forbidden");
        expectProblem(ben.delete(emoji(chat, "wink")), 403, "forbidden");
        assertThat(names(ben, chat)).containsExactly("wink");
        expectProblem(eva.get(emoji(chat)), 403, "forbidden");
        expectProblem(eva.put(emoji(chat, "nod"), pictureOf(eva)), 403, "forbidden");

        var group = ana.group("Tapas", ben);
        expectProblem(eva.get(emoji(group)), 404, "not-found");
        expectProblem(eva.put(emoji(group, "nod"), pictureOf(eva)), 404, "not-found");
        expectProblem(eva.delete(emoji(group, "wink")), 404, "not-found");
    }

    @Test
    void inAPrivateChatBothMay() {
        var chat = ana.privateChat(ben);
        expect(200, ana.put(emoji(chat, "wink"), pictureOf(ana)));
        expect(200, ben.put(emoji(chat, "nod"), pictureOf(ben)));
        expect(204, ben.delete(emoji(chat, "wink")));
        assertThat(names(ana, chat)).containsExactly("nod");
    }

    @Test
    void aChatHasOnlySoMany() {
        var chat = ana.group("Tapas", ben);
        var file = pictureOf(ana);
        for (var i = 0; i < MOST; i++) {
            expect(200, ana.put(emoji(chat, "e" + i), file));
        }
        expectProblem(ana.put(emoji(chat, "wink"), file), 409, "too-many-emoji");
        expect(200, ana.put(emoji(chat, "e7"), pictureOf(ana)));
        expect(204, ana.delete(emoji(chat, "e8")));
        expect(200, ana.put(emoji(chat, "wink"), pictureOf(ana)));
        assertThat(names(ben, chat)).hasSize(MOST).contains("wink").doesNotContain("e8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Wink", "wink wink", ":wink:", "niño", "w.nk"})
    void whatIsNoNameIsRefused(String name) {
        var chat = ana.group("Tapas", ben);
        var problem =
                expectProblem(ana.put(emoji(chat, name), pictureOf(ana)), 400, "validation-failed");
        assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("name");
        expectProblem(ana.delete(emoji(chat, name)), 400, "validation-failed");
        assertThat(names(ana, chat)).isEmpty();
    }

    @Test
    void whatIsNoPictureOfOnesOwnIsRefused() {
        var chat = ana.group("Tapas", ben);
        var bens = mediaServiceHas(ben.id(), "image", "ready");
        expectProblem(ana.put(emoji(chat, "wink"), bens), 422, "unusable-picture");
        var early = mediaServiceHas(ana.id(), "image", "processing");
        expectProblem(ana.put(emoji(chat, "wink"), early), 409, "picture-processing");
        var body = Map.of("mediaId", UUID.randomUUID());
        StubMedia.fails(MEDIA_SERVICE);
        expectProblem(ana.put(emoji(chat, "wink"), body), 503, "service-unavailable");
        assertThat(names(ana, chat)).isEmpty();
    }

    @Test
    void theyGoWithTheChat() {
        var chat = ana.group("Tapas", ben);
        expect(200, ana.put(emoji(chat, "wink"), pictureOf(ana)));
        expect(204, ana.delete("/" + chat));
        var left =
                database.sql("select count(*) as n from emoji where chat_id = :chat")
                        .bind("chat", UUID.fromString(chat))
                        .map(row -> row.get("n", Long.class))
                        .one()
                        .block(PATIENCE);
        assertThat(left).isZero();
    }
}

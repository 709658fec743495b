package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.chat.Person.expect;
import static org.tertulia.chat.Person.expectProblem;
import static org.tertulia.chat.Person.json;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.StubMedia;

/** The picture of a chat: by whom, of which files, and as an event. */
class PictureIT extends ChatApi {

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

    private static String picture(String chat) {
        return "/" + chat + "/picture";
    }

    @Test
    void settingItIsOneChangeThatLeavesTheRestAlone() {
        var chat = ana.group("Tapas", ben);
        var body = pictureOf(ana);
        var set = json(ana.put(picture(chat), body).expectStatus().isOk());
        assertThat(set.path("pictureId").asString()).isEqualTo(body.get("mediaId").toString());
        assertThat(set.path("title").asString()).isEqualTo("Tapas");
        assertThat(set.path("version").asLong()).isEqualTo(2);
        assertThat(json(ana.put(picture(chat), body)).path("version").asLong()).isEqualTo(2);
        expect(200, ana.put("/" + chat, Map.of("title", "Pinchos")));
        assertThat(ben.read(chat).path("pictureId")).isEqualTo(set.path("pictureId"));
        assertThat(MEDIA_SERVICE.received().getFirst().authorization()).startsWith("Bearer ey");

        expect(200, ana.delete(picture(chat)));
        assertThat(ben.read(chat).has("pictureId")).isFalse();
        assertThat(json(ana.delete(picture(chat))).path("version").asLong()).isEqualTo(4);
        var events = KafkaRecords.of(Topics.CHAT_EVENTS).awaitRecords(4, r -> chat.equals(r.key()));
        ReplayedChat.of(events).expectToBe(ben.read(chat));
        ReplayedChat.of(events.subList(0, 2)).expectToBe(set);
    }

    @Test
    void onlyThoseWhoRunTheChatMaySetIt() {
        var group = ana.group("Tapas", ben);
        expectProblem(ben.put(picture(group), pictureOf(ben)), 403, "forbidden");
        expectProblem(ben.delete(picture(group)), 403, "forbidden");
        expectProblem(eva.put(picture(group), pictureOf(eva)), 404, "not-found");
        expectProblem(eva.delete(picture(group)), 404, "not-found");
        assertThat(MEDIA_SERVICE.received()).isEmpty();
        expect(200, ana.setRole(group, ben, "admin"));
        expect(200, ben.put(picture(group), pictureOf(ben)));

        var open = ana.publicChat("Plaza");
        expectProblem(eva.put(picture(open), pictureOf(eva)), 403, "forbidden");
        expectProblem(eva.delete(picture(open)), 403, "forbidden");
        assertThat(eva.read(open).has("pictureId")).isFalse();
    }

    @Test
    void aPrivateChatHasNone() {
        var chat = ana.privateChat(ben);
        expectProblem(ana.put(picture(chat), pictureOf(ana)), 409, "chat-not-editable");
        expectProblem(ana.delete(picture(chat)), 409, "chat-not-editable");
    }

    @Test
    void whatIsNoPictureOfOnesOwnIsRefused() {
        var chat = ana.group("Tapas", ben);
        var path = picture(chat);
        var bens = mediaServiceHas(ben.id(), "image", "ready");
        expectProblem(ana.put(path, bens), 422, "unusable-picture");
        var film = mediaServiceHas(ana.id(), "video", "ready");
        expectProblem(ana.put(path, film), 422, "unusable-picture");
        var unseen = mediaServiceHas(ana.id(), "image", "no-preview");
        expectProblem(ana.put(path, unseen), 422, "unusable-picture");
        var refused = mediaServiceHas(ana.id(), "image", "refused");
        expectProblem(ana.put(path, refused), 422, "unusable-picture");
        var another = Map.of("mediaId", UUID.randomUUID());
        expectProblem(ana.put(path, another), 422, "unusable-picture");
        var early = ana.put(path, mediaServiceHas(ana.id(), "image", "processing"));
        early.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "1");
        expectProblem(early, 409, "picture-processing");
        expectProblem(ana.put(path, Map.of()), 400, "validation-failed");
        expectProblem(ana.put(path, Map.of("mediaId", "mine")), 400, "malformed-request");
        assertThat(ana.read(chat).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void whileTheMediaServiceCanNotBeAskedNothingChanges() {
        var chat = ana.group("Tapas", ben);
        var body = pictureOf(ana);
        StubMedia.fails(MEDIA_SERVICE);
        expectProblem(ana.put(picture(chat), body), 503, "service-unavailable");
        assertThat(ana.read(chat).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void anotherVersionThanTheOneMeantIsLeftAlone() {
        var chat = ana.group("Tapas", ben);
        var stale =
                ana.request(HttpMethod.PUT, picture(chat))
                        .header(HttpHeaders.IF_MATCH, "\"7\"")
                        .bodyValue(pictureOf(ana))
                        .exchange();
        expectProblem(stale, 412, "precondition-failed");
        var present =
                ana.request(HttpMethod.PUT, picture(chat))
                        .header(HttpHeaders.IF_MATCH, "\"1\"")
                        .bodyValue(pictureOf(ana))
                        .exchange();
        present.expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        expect(200, present);
    }
}

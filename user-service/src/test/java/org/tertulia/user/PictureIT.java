package org.tertulia.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.StubMedia;
import tools.jackson.databind.json.JsonMapper;

/** The picture of a person: of which files, shown to whom, and as an event. */
class PictureIT extends UserApi {

    private static final String PATH = "/me/picture";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private UUID ana;

    @BeforeEach
    void begin() {
        MEDIA_SERVICE.reset();
        ana = person();
    }

    /** From now on the media service has this file, and no other; the body that chooses it. */
    private static Map<String, Object> mediaServiceHas(UUID ownerId, String kind, String state) {
        return StubMedia.has(MEDIA_SERVICE, ownerId, kind, state);
    }

    @Test
    void settingItIsOneChangeThatEverybodySees() {
        var body = mediaServiceHas(ana, "image", "ready");
        var answer = put(ana, PATH, body).expectStatus().isOk();
        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        var id = String.valueOf(body.get("mediaId"));
        assertThat(json(answer).path("pictureId").asString()).isEqualTo(id);
        put(ana, PATH, body).expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        assertThat(MEDIA_SERVICE.received().getFirst().authorization()).startsWith("Bearer ey");
        expect(200, put(ana, "/me", Map.of("displayName", "Ana María")));
        assertThat(json(get(person(), "/" + ana)).path("pictureId").asString()).isEqualTo(id);
        assertThat(json(get(person(), "?ids=" + ana)).at("/items/0/pictureId").asString())
                .isEqualTo(id);

        expect(200, request(HttpMethod.DELETE, ana, PATH).exchange());
        assertThat(json(get(person(), "/" + ana)).has("pictureId")).isFalse();
        request(HttpMethod.DELETE, ana, PATH)
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"4\"");
        var events =
                KafkaRecords.of(Topics.USER_EVENTS)
                        .awaitRecords(3, record -> ana.toString().equals(record.key()))
                        .stream()
                        .map(record -> JSON.readTree(record.value()))
                        .toList();
        assertThat(events)
                .extracting(event -> event.path("pictureId").asString(""))
                .containsExactly(id, id, "");
        assertThat(events).extracting(e -> e.path("version").asInt()).containsExactly(2, 3, 4);
    }

    @Test
    void whatIsNoPictureOfOnesOwnIsRefused() {
        var others = mediaServiceHas(person(), "image", "ready");
        expectProblem(put(ana, PATH, others), 422, "unusable-picture");
        var film = mediaServiceHas(ana, "video", "ready");
        expectProblem(put(ana, PATH, film), 422, "unusable-picture");
        var unseen = mediaServiceHas(ana, "image", "no-preview");
        expectProblem(put(ana, PATH, unseen), 422, "unusable-picture");
        var early = put(ana, PATH, mediaServiceHas(ana, "image", "processing"));
        early.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "1");
        expectProblem(early, 409, "picture-processing");
        expectProblem(put(ana, PATH, Map.of()), 400, "validation-failed");
        assertThat(json(get(ana, "/me")).has("pictureId")).isFalse();
    }

    @Test
    void whileTheMediaServiceCanNotBeAskedNothingChanges() {
        var body = mediaServiceHas(ana, "image", "ready");
        StubMedia.fails(MEDIA_SERVICE);
        expectProblem(put(ana, PATH, body), 503, "service-unavailable");
        assertThat(json(get(ana, "/me")).has("pictureId")).isFalse();
    }

    @Test
    void anotherVersionThanTheOneMeantIsLeftAlone() {
        var stale = request(HttpMethod.DELETE, ana, PATH).header(HttpHeaders.IF_MATCH, "\"7\"");
        expectProblem(stale.exchange(), 412, "precondition-failed");
    }
}

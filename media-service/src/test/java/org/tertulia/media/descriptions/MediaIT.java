package org.tertulia.media.descriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.media.FilesApi;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Variant;
import org.tertulia.test.KafkaRecords;
import tools.jackson.databind.JsonNode;

/** What people are told of files, and that they delete them. */
class MediaIT extends FilesApi {

    @Test
    void aFileIsDescribedToWhoMayReadIt() {
        var file = sent(fileOf(ana).withPreview(Variant.SMALL, new byte[] {1, 2})).id();
        var view = describe(bruno, file);
        assertThat(view.path("id").asString()).isEqualTo(file.toString());
        assertThat(view.path("ownerId").asString()).isEqualTo(ana.toString());
        assertThat(view.path("kind").asString()).isEqualTo("image");
        assertThat(view.path("state").asString()).isEqualTo("ready");
        assertThat(view.path("name").asString()).isEqualTo("beach.png");
        assertThat(view.path("contentType").asString()).isEqualTo("image/png");
        assertThat(view.path("bytes").asLong()).isEqualTo(1_000);
        assertThat(view.propertyNames())
                .doesNotContain("width", "height", "durationMs", "placeholder", "waveform");
        var preview = view.path("previews").path(0);
        assertThat(preview.path("size").asString()).isEqualTo("small");
        assertThat(preview.path("bytes").asLong()).isEqualTo(2);
        assertThat(Instant.parse(view.path("createdAt").asString())).isBefore(Instant.now());
    }

    @Test
    void itsAddressesAreGoodForAWhileAndTheSameForAWhile() {
        var file = fileOf(ana).store();
        var view = describe(ana, file);
        var expiry = Instant.parse(view.path("addressesExpireAt").asString());
        assertThat(Duration.between(Instant.now(), expiry))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(30));
        assertThat(expiry.getEpochSecond() % 900).isZero();
        // The quarter of an hour may have ended in between, but not twice.
        var addresses =
                Stream.generate(() -> address(ana, file)).limit(3).collect(Collectors.toSet());
        assertThat(addresses).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anAddressIsMadeForWhoAsks() {
        var file = sent(fileOf(ana)).id();
        assertThat(address(ana, file)).contains("person=" + ana);
        assertThat(address(bruno, file)).contains("person=" + bruno);
    }

    @Test
    void whatIsNotReadyHasAnAddressForItsOwnerOnly() {
        var file = sent(fileOf(ana).in(MediaState.PROCESSING)).id();
        assertThat(describe(ana, file).propertyNames()).contains("address");
        assertThat(describe(bruno, file).propertyNames()).doesNotContain("address");
    }

    @Test
    void whatWasRefusedHasNoAddress() {
        var file = fileOf(ana).in(MediaState.REFUSED).withPreview(Variant.SMALL, new byte[] {1});
        var view = describe(ana, file.store());
        assertThat(view.path("state").asString()).isEqualTo("refused");
        assertThat(view.propertyNames()).doesNotContain("address");
        assertThat(view.path("previews").isEmpty()).isTrue();
    }

    @Test
    void strangersAndThoseWhoWereRemovedAreToldNothing() {
        var sent = sent(fileOf(ana));
        var path = MEDIA + "/" + sent.id();
        expectProblem(get(stranger, path), 404, "not-found");
        expectProblem(get(ana, MEDIA + "/" + UUID.randomUUID()), 404, "not-found");
        expectProblem(get(ana, MEDIA + "/1"), 400, "malformed-request");
        sent.chat().leave(bruno);
        await(REMOVED_WITHIN, () -> expectProblem(get(bruno, path), 403, "media-withdrawn"));
    }

    @Test
    void severalAreDescribedInTheOrderAskedFor() {
        var mine = fileOf(bruno).store();
        var sent = sent(fileOf(ana)).id();
        var theirs = fileOf(ana).store();
        var ids = Stream.of(sent, theirs, UUID.randomUUID(), mine, sent);
        var page = json(all(bruno, ids).expectStatus().isOk());
        assertThat(page.propertyNames()).containsExactly("items");
        assertThat(ids(page)).containsExactly(sent.toString(), mine.toString());
    }

    @Test
    void aHundredAreEnough() {
        var many = Stream.generate(UUID::randomUUID).limit(101).toList();
        expectProblem(all(ana, many.stream()), 400, "validation-failed");
        all(ana, many.stream().limit(100)).expectStatus().isOk();
        for (var ids : List.of("", ",", "x", ana + ",,")) {
            expectProblem(get(ana, MEDIA + "?ids=" + ids), 400, "validation-failed");
        }
        get(ana, MEDIA).expectStatus().isBadRequest();
    }

    private ResponseSpec all(UUID person, Stream<UUID> ids) {
        var text = ids.map(UUID::toString).collect(Collectors.joining(","));
        return get(person, MEDIA + "?ids=" + text);
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void itsOwnerDeletesWhatWasNotSent() {
        var file = fileOf(ana).store();
        delete(ana, file).expectStatus().isNoContent();
        expectProblem(get(ana, MEDIA + "/" + file), 404, "not-found");
        expectProblem(delete(ana, file), 404, "not-found");
        var told = KafkaRecords.of(Topics.MEDIA_EVENTS).within(LIMIT).awaitRecord(file);
        assertThat(told.key()).isEqualTo(file.toString());
        await(
                LIMIT,
                () ->
                        assertThat(
                                        KafkaRecords.of(Topics.MEDIA_EVENTS).all().stream()
                                                .filter(r -> file.toString().equals(r.key()))
                                                .map(r -> r.type()))
                                .contains("org.tertulia.media.deleted.v1"));
    }

    @Test
    void nobodyDeletesWhatAMessageHas() {
        var sent = sent(fileOf(ana));
        expectProblem(delete(ana, sent.id()), 409, "media-attached");
        get(bruno, content(sent.id(), "original")).expectStatus().isOk();
        sent.chat().delete(sent.seq());
        await(LIMIT, () -> delete(ana, sent.id()).expectStatus().isNoContent());
    }

    @Test
    void nobodyElseDeletesIt() {
        var sent = sent(fileOf(ana));
        expectProblem(delete(bruno, sent.id()), 403, "forbidden");
        expectProblem(delete(stranger, sent.id()), 404, "not-found");
        sent.chat().leave(bruno);
        await(LIMIT, () -> expectProblem(delete(bruno, sent.id()), 403, "media-withdrawn"));
        describe(ana, sent.id());
    }

    private ResponseSpec delete(UUID person, UUID file) {
        return request(HttpMethod.DELETE, person, MEDIA + "/" + file).exchange();
    }

    @Test
    void aFileInManyMessagesIsOne() {
        var sent = sent(fileOf(ana));
        IntStream.range(0, 3).forEach(_ -> sent.chat().post(ana, sent.id()));
        var page = json(all(bruno, Stream.of(sent.id())).expectStatus().isOk());
        assertThat(ids(page)).containsExactly(sent.id().toString());
    }
}

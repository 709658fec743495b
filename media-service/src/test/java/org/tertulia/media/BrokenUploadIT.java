package org.tertulia.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.media.uploads.LeftOverUploads;

/** Connections that break, and instances that die, in the middle of an upload. */
class BrokenUploadIT extends MediaApi {

    private static final int LENGTH = 30 * MEBIBYTE;
    private static final String WHOLE =
            "update uploads set received = bytes, part_tags = array['']";

    @Autowired LeftOverUploads leftOver;

    @Test
    void whatCameBeforeTheConnectionBrokeShouldBeThereAndTheRestGoOnFromIt() {
        var ana = somebody();
        var content = random(LENGTH);
        var upload = ana.begun(LENGTH, "a.bin");
        var sent = 19 * MEBIBYTE + 123;
        try (var broken = RawUpload.patch(port, ana, upload, 0, LENGTH)) {
            broken.send(Arrays.copyOf(content, sent));
        }

        awaitOffset(ana, upload, sent);
        resume(ana, upload, content);

        assertThat(stored(Uploader.id(upload))).isEqualTo(content);
    }

    @Test
    void aConnectionThatIsResetAgainAndAgainShouldCorruptNothing() {
        var ana = somebody();
        var content = random(LENGTH);
        var upload = ana.begun(LENGTH, "a.bin");
        for (var i = 0; i < 5; i++) {
            var offset = awaitFree(ana, upload);
            try (var broken = RawUpload.patch(port, ana, upload, offset, LENGTH - offset)) {
                var to = Math.min(LENGTH - 1, (int) offset + 4 * MEBIBYTE + 1000 * i);
                broken.send(Arrays.copyOfRange(content, (int) offset, to));
                broken.reset();
            }
        }

        awaitFree(ana, upload);
        resume(ana, upload, content);

        assertThat(stored(Uploader.id(upload))).isEqualTo(content);
    }

    @Test
    void aCreationWhoseClientIsGoneBeforeItsEndShouldTakeNoRoom() {
        var ana = somebody();
        try (var broken = RawUpload.creation(port, ana, 1000)) {
            broken.send(random(400));
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> ana.limits().path("openUploads").asInt() == 1);
        }

        Awaitility.await().atMost(LIMIT).until(() -> ana.limits().path("openUploads").asInt() == 0);
    }

    @Test
    void anUploadWhoseInstanceDiedShouldGoOnWhenItsLeaseHasRunOut() {
        var ana = somebody();
        var content = random(1000);
        var upload = ana.begun(content.length, "a.bin");
        execute(
                """
                update uploads set lease_token = gen_random_uuid(),
                    leased_until = clock_timestamp() + interval '1 second' where upload_id = $1
                """,
                Uploader.id(upload));

        Uploader.expectProblem(ana.send(upload, 0, content), 423, "upload-locked");
        awaitFree(ana, upload);
        ana.sent(upload, 0, content);

        assertThat(stored(Uploader.id(upload))).isEqualTo(content);
    }

    /** The instance died when the last byte was in the store, and its client never comes back. */
    @Test
    void anUploadThatIsWholeShouldBecomeAFileAlthoughNobodyAsks() {
        var ana = somebody();
        var content = random(1000);
        var id = wholeButNoFile(ana, content);
        execute(
                "update uploads set created_at = now() - interval '2 minutes' where upload_id = $1",
                id);

        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> {
                            leftOver.collect(100).block(LIMIT);
                            return file(id) != null;
                        });

        assertThat(file(id)).containsEntry("bytes", 1000L).containsEntry("owner_id", ana.id());
        assertThat(stored(id)).isEqualTo(content);
    }

    @Test
    void anUploadThatIsWholeShouldBecomeAFileWhenItsClientAsks() {
        var ana = somebody();
        var content = random(1000);
        var id = wholeButNoFile(ana, content);

        assertThat(ana.offset(Uploader.UPLOADS + "/" + id)).isEqualTo(1000);

        assertThat(stored(id)).isEqualTo(content);
        assertThat(ana.limits().path("openUploads").asInt()).isZero();
    }

    /** The instance died between the store's making one object of the parts and the database's hearing of it. */
    @Test
    void anUploadWhosePartsAreOneObjectAlreadyShouldBecomeAFile() {
        var ana = somebody();
        var content = random(9 * MEBIBYTE);
        var upload = ana.begun(content.length, "a.bin");
        var id = Uploader.id(upload);
        ana.sent(upload, 0, Arrays.copyOf(content, 8 * MEBIBYTE));
        var last = Arrays.copyOfRange(content, 8 * MEBIBYTE, content.length);
        try (var store = store()) {
            var key = "media/%s/upload".formatted(id);
            var multipart = column("multipart_id", id);
            var first = column("part_tags[1]", id);
            var second = store.putPart(key, multipart, 2, last);
            store.completeParts(key, multipart, List.of(first, second));
            database.sql(
                            "update uploads set received = bytes, part_tags = part_tags || $2 where upload_id = $1")
                    .bind(0, id)
                    .bind(1, second)
                    .then()
                    .block(LIMIT);
        }

        assertThat(ana.offset(upload)).isEqualTo(content.length);

        assertThat(stored(id)).isEqualTo(content);
    }

    /** One that can never be made a file holds up nothing, and ends when its time is up. */
    @Test
    void anUploadWhoseObjectIsLostShouldNotHoldUpOthers() {
        var ana = somebody();
        var lost = Uploader.id(ana.begun(1000, "lost.bin"));
        execute(
                WHOLE
                        + ", created_at = now() - interval '2 minutes', multipart_id = 'never-was'"
                        + " where upload_id = $1",
                lost);
        var other = wholeButNoFile(ana, random(1000));
        execute(
                "update uploads set created_at = now() - interval '2 minutes' where upload_id = $1",
                other);

        leftOver.collect(100).block(LIMIT);
        assertThat(file(other)).isNotNull();
        assertThat(file(lost)).isNull();
        execute(
                "update uploads set expires_at = now() - interval '1 second' where upload_id = $1",
                lost);
        leftOver.collect(100).block(LIMIT);

        ana.find(Uploader.UPLOADS + "/" + lost).expectStatus().isEqualTo(410);
    }

    private UUID wholeButNoFile(Uploader person, byte[] content) {
        var id = Uploader.id(person.begun(content.length, "a.bin"));
        try (var store = store()) {
            store.put("media/%s/upload".formatted(id), content);
        }
        execute(WHOLE + " where upload_id = $1", id);
        return id;
    }

    private String column(String name, UUID upload) {
        return database.sql("select %s as value from uploads where upload_id = $1".formatted(name))
                .bind(0, upload)
                .map(row -> row.get("value", String.class))
                .one()
                .block(LIMIT);
    }

    private static void resume(Uploader person, String upload, byte[] content) {
        var offset = person.offset(upload);
        var rest = Arrays.copyOfRange(content, (int) offset, content.length);
        assertThat(person.sent(upload, offset, rest)).isEqualTo(content.length);
    }

    private static void awaitOffset(Uploader person, String upload, long offset) {
        Awaitility.await().atMost(LIMIT).until(() -> person.offset(upload) == offset);
    }

    /** Where the upload is once nobody sends to it any more. */
    private long awaitFree(Uploader person, String upload) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () ->
                                database.sql(
                                                """
                                                select leased_until is null or leased_until < clock_timestamp() as free
                                                from uploads where upload_id = $1
                                                """)
                                        .bind(0, Uploader.id(upload))
                                        .map(row -> row.get("free", Boolean.class))
                                        .one()
                                        .block(LIMIT));
        return person.offset(upload);
    }
}

package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.MadeUpPhoto;
import org.tertulia.load.client.Person;

/**
 * Who may read a message may read its files, and nobody else: a member by token and by signed address, a stranger by
 * neither, and somebody who was removed by neither within a second.
 */
@Order(8)
class MediaAccessIT {
    private static final Duration WITHDRAWN_WITHIN = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LOOKS_AFTERWARDS = 40;

    private final Suite suite = Suite.running();
    private Person ana;
    private Person beto;
    private Person carla;
    private UUID chat;
    private UUID photo;

    @BeforeEach
    void show() {
        suite.mediaService();
        ana = suite.person("ana");
        beto = suite.person("beto");
        carla = suite.person("carla");
        chat = ana.chats().group("Fotos", List.of(beto)).id();
        photo = ana.media().upload("mañana.jpg", new MadeUpPhoto(1, 1_600, 1_200).jpeg());
        post(photo);
        await().atMost(LIMIT).until(() -> ana.media().get(photo).state().equals("ready"));
        await().atMost(LIMIT).until(() -> beto.media().tryGet(photo).status() == 200);
    }

    @Test
    void aMemberShouldReadByTokenAndBySignedAddress() {
        assertThat(byToken(beto, "original")).isEqualTo(200);
        assertThat(byToken(beto, "small")).isEqualTo(200);
        assertThat(bySignature(addressOf(beto))).isEqualTo(200);
        assertThat(beto.media().pictures(chat)).containsExactly(photo);
    }

    @Test
    void aStrangerShouldFindNothing() {
        assertThat(carla.media().tryGet(photo).status()).isEqualTo(404);
        assertThat(byToken(carla, "original")).isEqualTo(404);
        assertThat(carla.media().tryPictures(chat).status()).isEqualTo(404);
        assertThat(carla.media().all(List.of(photo))).isEmpty();
    }

    @Test
    void anAddressShouldBeGoodForOnePersonAndOneVariantOnly() {
        var address = addressOf(beto);

        for (var other :
                List.of(
                        address.replace(beto.id().toString(), carla.id().toString()),
                        address.replace("/original?", "/small?"),
                        address.replaceFirst("expires=\\d", "expires=9"),
                        address.replaceFirst("signature=.", "signature=_"),
                        address.replaceFirst("&signature=.*", ""))) {
            assertThat(other).isNotEqualTo(address);
            assertThat(bySignature(other)).as(other).isIn(401, 403);
        }
    }

    @Test
    void aRemovedPersonShouldReadNothingWithinASecond() {
        var address = addressOf(beto);
        assertThat(bySignature(address)).isEqualTo(200);

        ana.chats().tryRemove(chat, beto).success();
        var start = System.nanoTime();
        await().atMost(WITHDRAWN_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> byToken(beto, "small") == 403 && bySignature(address) == 403);
        System.out.printf(
                "            withdrawn %d ms after the removal%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis());

        for (var i = 0; i < LOOKS_AFTERWARDS; i++) {
            assertThat(byToken(beto, "original")).isEqualTo(403);
            assertThat(bySignature(address)).isEqualTo(403);
        }
        assertWithdrawn(beto.media().tryGet(photo));
        assertWithdrawn(suite.gateway().get(address, null));
        assertThat(beto.media().tryPictures(chat).status()).isEqualTo(403);
        assertThat(beto.media().all(List.of(photo))).isEmpty();
        assertThat(byToken(ana, "original")).isEqualTo(200);
    }

    @Test
    void whoComesBackShouldReadAgain() {
        ana.chats().tryRemove(chat, beto).success();
        await().atMost(LIMIT).until(() -> byToken(beto, "small") == 403);
        ana.put("/api/v1/chats/" + chat + "/members/" + beto.id(), Map.of()).success();

        await().atMost(LIMIT).until(() -> byToken(beto, "small") == 200);
    }

    @Test
    void whatIsDeletedWithItsMessageShouldBeGone() {
        var seq = ana.chats().wholeHistory(chat).getLast().seq();
        ana.delete("/api/v1/chats/" + chat + "/messages/" + seq).success();

        await().atMost(LIMIT).until(() -> byToken(beto, "original") / 100 == 4);
    }

    /** Message-service learns of a file by its event, so the first tries may come too early. */
    private void post(UUID file) {
        var id = UUID.randomUUID();
        await().atMost(LIMIT)
                .until(() -> ana.chats().tryPost(chat, id, "", List.of(file)).isSuccess());
    }

    private String addressOf(Person person) {
        return Objects.requireNonNull(person.media().get(photo).address());
    }

    private int byToken(Person person, String variant) {
        try (var answer = person.media().open(photo, variant)) {
            return answer.status();
        }
    }

    private int bySignature(String address) {
        try (var answer = suite.gateway().open(address, Map.of())) {
            return answer.status();
        }
    }

    private static void assertWithdrawn(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).contains("media-withdrawn");
    }
}

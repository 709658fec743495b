package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.message.ChatRevised;
import org.tertulia.contracts.message.EmojiDefined;
import org.tertulia.contracts.message.EmojiDropped;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.MadeUpPhoto;
import org.tertulia.load.client.Person;

/**
 * Pictures of people and chats, and emoji of chats: chosen at one service, told in the chat's log by another, and shown by a
 * third to who may see them.
 */
@Order(8)
class PicturesIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration WITHDRAWN_WITHIN = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final String MY_PICTURE = "/api/v1/users/me/picture";

    /** With the colons percent-encoded. */
    private static final String WINK = "%3Awink%3A";

    private final Suite suite = Suite.running();
    private Person ana;
    private Person beto;
    private Person carla;
    private UUID picture;

    @BeforeEach
    void upload() {
        suite.mediaService();
        ana = suite.person("ana");
        beto = suite.person("beto");
        carla = suite.person("carla");
        picture = ana.media().upload("retrato.jpg", new MadeUpPhoto(1, 512, 512).jpeg());
        await().atMost(LIMIT).until(() -> ana.media().get(picture).state().equals("ready"));
    }

    @Test
    void thePictureOfAPersonShouldBeSeenByEverybodyWhileItIsOne() {
        assertThat(look(carla)).isEqualTo(404);
        assertRefused(beto.put(MY_PICTURE, chosen()), 422, "unusable-picture");

        assertThat(ana.put(MY_PICTURE, chosen()).success().json().path("pictureId").asString())
                .isEqualTo(picture.toString());
        await().atMost(LIMIT).until(() -> look(carla) == 200);
        assertThat(carla.get("/api/v1/users/" + ana.id()).json().path("pictureId").asString())
                .isEqualTo(picture.toString());
        assertRefused(ana.media().tryDelete(picture), 409, "media-attached");

        ana.delete(MY_PICTURE).success();
        await().atMost(LIMIT).until(() -> look(carla) == 404);
    }

    @Test
    void thePictureOfAGroupShouldBeSeenByItsMembersAndInItsLog() {
        var chat = ana.chats().group("Retratos", List.of(beto)).id();
        var path = "/api/v1/chats/" + chat + "/picture";
        assertRefused(beto.put(path, chosen()), 403, "forbidden");
        assertRefused(carla.put(path, chosen()), 404, "not-found");
        ana.put(path, chosen()).success();

        await().atMost(LIMIT).until(() -> look(beto) == 200);
        assertThat(entries(beto, chat, ChatRevised.class))
                .extracting(ChatRevised::pictureId)
                .containsExactly(picture);
        assertThat(conversation(beto)).contains(picture.toString());
        assertThat(look(carla)).isEqualTo(404);

        ana.chats().tryRemove(chat, beto).success();
        await().atMost(WITHDRAWN_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> look(beto) == 403);
    }

    @Test
    void anEmojiOfAChatShouldBeForItsMembersToSeeAndToReactWith() {
        var chat = ana.chats().group("Guiños", List.of(beto)).id();
        var seq = ana.chats().post(chat, "¿Quién viene? :wink:").seq();
        var reaction = "/api/v1/chats/" + chat + "/messages/" + seq + "/reactions/" + WINK;
        assertRefused(beto.put(reaction, null), 400, "validation-failed");
        var path = "/api/v1/chats/" + chat + "/emoji/wink";
        assertRefused(beto.put(path, chosen()), 403, "forbidden");
        ana.put(path, chosen()).success();

        await().atMost(LIMIT).until(() -> beto.put(reaction, null).isSuccess());
        await().atMost(LIMIT).until(() -> look(beto) == 200);
        assertThat(look(carla)).isEqualTo(404);
        assertThat(beto.get("/api/v1/chats/" + chat + "/emoji").body()).contains("wink");

        ana.delete(path).success();
        await().atMost(LIMIT).until(() -> look(beto) == 404);
        assertThat(entries(beto, chat, EmojiDefined.class)).hasSize(1);
        assertThat(entries(beto, chat, EmojiDropped.class)).hasSize(1);
        assertRefused(ana.put(reaction, null), 400, "validation-failed");
        beto.delete(reaction).success();
    }

    private Map<String, UUID> chosen() {
        return Map.of("mediaId", picture);
    }

    private int look(Person person) {
        try (var answer = person.media().open(picture, "small")) {
            return answer.status();
        }
    }

    private static String conversation(Person person) {
        return person.get("/api/v1/conversations").success().body();
    }

    private static <E extends LogEntry> List<E> entries(Person person, UUID chat, Class<E> type) {
        return person.chats().log(chat, 0).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static void assertRefused(Answer answer, int status, String problem) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).contains(problem);
    }
}

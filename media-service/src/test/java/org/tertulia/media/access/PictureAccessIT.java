package org.tertulia.media.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.media.FilesApi;
import org.tertulia.media.TestChat;
import org.tertulia.test.TestEvents;

/** Who sees what somebody chose as a picture, as the events say. */
class PictureAccessIT extends FilesApi {

    private UUID file;

    @BeforeEach
    void aFile() {
        file = fileOf(ana).store();
    }

    private static void profile(UUID person, long version, @Nullable UUID picture) {
        TestEvents.publish(
                Topics.USER_EVENTS,
                new ProfileChanged(person, version, "ana", "Ana", "", picture, Instant.now()));
    }

    private ResponseSpec delete(UUID person, UUID id) {
        return request(HttpMethod.DELETE, person, MEDIA + "/" + id).exchange();
    }

    private boolean isPictureOf(UUID subject) {
        return Boolean.TRUE.equals(
                database.sql(
                                "select count(*) > 0 from pictures where subject_id = $1 and media_id = $2")
                        .bind(0, subject)
                        .bind(1, file)
                        .mapValue(Boolean.class)
                        .one()
                        .block(LIMIT));
    }

    @Test
    void everybodySeesThePictureOfAPersonWhileItIsOne() {
        expectProblem(get(stranger, content(file, "original")), 404, "not-found");
        profile(ana, 2, file);
        awaitStatus(200, stranger, content(file, "original"));
        expectProblem(delete(ana, file), 409, "media-attached");
        expectProblem(delete(stranger, file), 403, "forbidden");

        profile(ana, 3, null);
        awaitStatus(404, stranger, content(file, "original"));
        delete(ana, file).expectStatus().isNoContent();
    }

    @Test
    void nobodyGetsAtAFileOfOthersByChoosingIt() {
        var mine = fileOf(stranger).store();
        profile(stranger, 2, file);
        await(LIMIT, () -> assertThat(isPictureOf(stranger)).isTrue());
        var chat = TestChat.of(stranger);
        chat.picture(stranger, file, ChatKind.PUBLIC);
        chat.defineEmoji(stranger, "wink", file);
        chat.defineEmoji(stranger, "mine", mine);
        chat.join(bruno);
        awaitStatus(200, bruno, content(mine, "original"));
        expectProblem(get(stranger, content(file, "original")), 404, "not-found");
        expectProblem(get(bruno, content(file, "original")), 404, "not-found");
    }

    @Test
    void aGroupsPictureAndEmojiAreForItsMembers() {
        var emoji = fileOf(ana).store();
        var chat = TestChat.of(ana, bruno);
        chat.picture(ana, file, ChatKind.GROUP);
        chat.defineEmoji(ana, "wink", emoji);
        awaitStatus(200, bruno, content(emoji, "original"));
        get(bruno, content(file, "original")).expectStatus().isOk();
        expectProblem(get(stranger, content(file, "original")), 404, "not-found");
        expectProblem(get(stranger, content(emoji, "original")), 404, "not-found");

        chat.leave(bruno);
        awaitStatus(403, bruno, content(emoji, "original"));
        expectProblem(get(bruno, content(file, "original")), 403, "media-withdrawn");
    }

    @Test
    void anotherPictureOrNoneTakesThePlaceOfTheOneBefore() {
        var next = fileOf(ana).store();
        var chat = TestChat.of(ana, bruno);
        chat.picture(ana, file, ChatKind.GROUP);
        chat.picture(ana, next, ChatKind.GROUP);
        awaitStatus(200, bruno, content(next, "original"));
        expectProblem(get(bruno, content(file, "original")), 404, "not-found");

        chat.picture(bruno, null, ChatKind.GROUP);
        awaitStatus(404, bruno, content(next, "original"));
    }

    @Test
    void aPublicChatsPictureIsForEverybodyAndItsEmojiAreNot() {
        var emoji = fileOf(ana).store();
        var chat = TestChat.of(ana, bruno);
        chat.defineEmoji(ana, "wink", emoji);
        chat.picture(ana, file, ChatKind.PUBLIC);
        awaitStatus(200, stranger, content(file, "original"));
        get(bruno, content(emoji, "original")).expectStatus().isOk();
        expectProblem(get(stranger, content(emoji, "original")), 404, "not-found");

        chat.dropEmoji("wink");
        awaitStatus(404, bruno, content(emoji, "original"));
    }

    @Test
    void withTheChatItsPicturesAreTheirOwnersAlone() {
        var emoji = fileOf(ana).store();
        var chat = TestChat.of(ana, bruno);
        chat.picture(ana, file, ChatKind.PUBLIC);
        chat.defineEmoji(ana, "wink", emoji);
        awaitStatus(200, bruno, content(emoji, "original"));

        chat.close(Instant.now());
        awaitStatus(404, bruno, content(file, "original"));
        expectProblem(get(bruno, content(emoji, "original")), 404, "not-found");
        get(ana, content(emoji, "original")).expectStatus().isOk();
    }
}

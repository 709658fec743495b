package org.tertulia.media.descriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tertulia.media.FilesApi;
import org.tertulia.media.TestChat;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.types.MediaKind;
import tools.jackson.databind.JsonNode;

/** The files of a chat, by page. */
class ChatMediaIT extends FilesApi {

    private final TestChat chat = TestChat.of(ana, bruno);

    @Test
    void theNewestMessageIsFirstAndItsFilesAreInTheirOrder() {
        var one = fileOf(ana).store();
        var two = fileOf(ana).store();
        var three = fileOf(bruno).store();
        chat.post(ana, two, one);
        var last = chat.post(bruno, three);
        var page = awaitPage(3, "");
        assertThat(files(page)).containsExactly(text(three), text(one), text(two));
        assertThat(page.path("next").isNull()).isTrue();
        var first = page.path("items").path(0);
        assertThat(first.path("seq").asLong()).isEqualTo(last);
        assertThat(first.path("chatId").asString()).isEqualTo(text(chat.id()));
        open(first.path("media").path("address").asString()).expectStatus().isOk();
    }

    @Test
    void pagesStandStillWhileNewFilesCome() {
        var expected = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            var file = fileOf(ana).store();
            chat.post(ana, file);
            expected.addFirst(text(file));
        }
        awaitPage(7, "");

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = page("?limit=2" + cursor);
            seen.addAll(files(page));
            var next = page.path("next");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
            chat.post(ana, fileOf(ana).store());
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(expected);
        awaitPage(11, "");
    }

    @Test
    void onlySomeKindsMayBeAskedFor() {
        var image = fileOf(ana).store();
        var film = fileOf(ana).of(MediaKind.VIDEO, "video/mp4").store();
        var paper = fileOf(ana).of(MediaKind.FILE, "application/pdf").store();
        chat.post(ana, image, film, paper);
        awaitPage(3, "");
        assertThat(files(page("?kind=video"))).containsExactly(text(film));
        assertThat(files(page("?kind=image&kind=file"))).containsExactly(text(image), text(paper));
        assertThat(files(page("?kind=audio"))).isEmpty();
        for (var kind : List.of("VIDEO", "film")) {
            expectProblem(get(ana, path() + "?kind=" + kind), 400, "validation-failed");
        }
    }

    @Test
    void whatNobodyGetsIsNotListed() {
        var good = fileOf(ana).store();
        var deleted = fileOf(ana).store();
        var refused = fileOf(ana).in(MediaState.REFUSED).store();
        var message = chat.post(ana, deleted);
        chat.post(ana, refused, good);
        awaitPage(2, "");
        chat.delete(message);
        assertThat(files(awaitPage(1, ""))).containsExactly(text(good));
    }

    @Test
    void itIsForMembersOnly() {
        chat.post(ana, fileOf(ana).store());
        awaitPage(1, "");
        expectProblem(get(stranger, path()), 404, "not-found");
        expectProblem(get(ana, MEDIA + "/chats/" + UUID.randomUUID()), 404, "not-found");
        chat.leave(bruno);
        await(REMOVED_WITHIN, () -> expectProblem(get(bruno, path()), 403, "media-withdrawn"));
    }

    @Test
    void whatIsNoPageIsRefused() {
        awaitStatus(200, ana, path());
        for (var limit : List.of("0", "101")) {
            expectProblem(get(ana, path() + "?limit=" + limit), 400, "validation-failed");
        }
        for (var cursor : List.of("x", "%20", "MQ", "eB94")) {
            expectProblem(get(ana, path() + "?cursor=" + cursor), 400, "malformed-request");
        }
    }

    private String path() {
        return MEDIA + "/chats/" + chat.id();
    }

    private JsonNode page(String query) {
        return json(get(ana, path() + query).expectStatus().isOk());
    }

    private JsonNode awaitPage(int files, String query) {
        await(LIMIT, () -> assertThat(files(page(query))).hasSize(files));
        return page(query);
    }

    private static List<String> files(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("media").path("id").asString())
                .toList();
    }

    private static String text(UUID id) {
        return id.toString();
    }
}

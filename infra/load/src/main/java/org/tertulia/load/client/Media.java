package org.tertulia.load.client;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The calls about files that one person makes. */
public final class Media {
    private static final String MEDIA = "/api/v1/media/";
    private static final Duration WHOLE_WITHIN = Duration.ofMinutes(3);

    private final Person person;

    Media(Person person) {
        this.person = person;
    }

    /** Begins to upload a file of so many bytes. */
    public Upload begin(String name, long length) {
        return Upload.begin(person, name, length);
    }

    /** Uploads a file, however often that is interrupted. */
    public UUID upload(String name, byte[] bytes) {
        var upload = begin(name, bytes.length);
        upload.finish(
                at -> BodyPublishers.ofByteArray(Arrays.copyOfRange(bytes, (int) at, bytes.length)),
                WHOLE_WITHIN);
        return upload.id();
    }

    /** A file, as the answer, whatever it is. */
    public Answer tryGet(UUID id) {
        return person.get(MEDIA + id);
    }

    public MediaView get(UUID id) {
        return tryGet(id).as(MediaView.class);
    }

    /** Those of the files, at most 100, that this person may read; waits while the service is away. */
    public List<MediaView> all(Collection<UUID> ids) {
        var list = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        var answer = new Patience(WHOLE_WITHIN).call(() -> person.get("/api/v1/media?ids=" + list));
        var views = new ArrayList<MediaView>();
        answer.json().path("items").forEach(it -> views.add(Json.read(it, MediaView.class)));
        return views;
    }

    /** The pictures of a chat, newest message first, as the answer of the first page. */
    public Answer tryPictures(UUID chatId) {
        return person.get(MEDIA + "chats/" + chatId + "?kind=image&limit=100");
    }

    /** The pictures of a chat that fit on the first page. */
    public List<UUID> pictures(UUID chatId) {
        var ids = new ArrayList<UUID>();
        tryPictures(chatId)
                .json()
                .path("items")
                .forEach(it -> ids.add(UUID.fromString(it.path("media").path("id").asString())));
        return ids;
    }

    /** Deletes a file that no message has, and gives the answer, whatever it is. */
    public Answer tryDelete(UUID id) {
        return person.delete(MEDIA + id);
    }

    /** The bytes of a file or of a preview, by token. */
    public Download open(UUID id, String variant) {
        var token = Map.of("Authorization", "Bearer " + person.accessToken());
        return person.api().open(MEDIA + id + "/content/" + variant, token);
    }
}

package org.tertulia.test;

import java.util.Map;
import java.util.UUID;

/** Files that a stub of media-service knows, to be chosen as a picture. */
public final class StubMedia {

    private static final String PATH = "/api/v1/media";

    private StubMedia() {}

    /**
     * Makes the stub know one file, and no other.
     *
     * @return the body of a request that chooses it
     */
    public static Map<String, Object> has(
            StubService mediaService, UUID ownerId, String kind, String state) {
        var id = UUID.randomUUID();
        var file =
                "{\"id\":\"%s\",\"ownerId\":\"%s\",\"kind\":\"%s\",\"state\":\"%s\"}"
                        .formatted(id, ownerId, kind, state);
        mediaService.answer("GET", PATH, 200, "{\"items\":[%s]}".formatted(file));
        return Map.of("mediaId", id);
    }

    /** Makes the stub fail when it is asked for files. */
    public static void fails(StubService mediaService) {
        mediaService.answer("GET", PATH, 500, "{}");
    }
}

package org.tertulia.load.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * One file on its way up, by tus 1.0. After every interruption it asks how much is there and goes on from that. The id of
 * an upload is that of the file it becomes.
 */
public final class Upload {
    private static final String UPLOADS = "/api/v1/media/uploads";

    /** A killed service is back within this. */
    private static final Duration UNTIL_BACK = Duration.ofMinutes(2);

    /** A piece on a slow machine, and what the store does with the last one. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    /** Interrupted, taken by a request that has not noticed its end, or not where it was thought to be. */
    private static final Set<Integer> ASK_AGAIN = Set.of(408, 409, 423);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Person owner;
    private final String path;
    private final long length;

    private Upload(Person owner, String path, long length) {
        this.owner = owner;
        this.path = path;
        this.length = length;
    }

    /** Begins one; waits while the suite is away or busy. */
    static Upload begin(Person owner, String name, long length) {
        var encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        var answer =
                new Patience(UNTIL_BACK)
                        .call(
                                () ->
                                        owner.api()
                                                .call(
                                                        "POST",
                                                        UPLOADS,
                                                        headers(
                                                                owner,
                                                                Map.of(
                                                                        "Upload-Length",
                                                                        "" + length,
                                                                        "Upload-Metadata",
                                                                        "filename " + encoded)),
                                                        null))
                        .success();
        var location = answer.headers().firstValue("location").orElseThrow();
        return new Upload(owner, location, length);
    }

    /** The upload, and the file. */
    public UUID id() {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** How many bytes are there for good; waits while the service is away. */
    public long offset() {
        var answer =
                new Patience(UNTIL_BACK)
                        .call(() -> owner.api().call("HEAD", path, headers(owner, Map.of()), null))
                        .success();
        return answer.headers().firstValueAsLong("upload-offset").orElseThrow();
    }

    /**
     * Sends bytes that belong at a place, in one request; gives the answer, whatever it is.
     *
     * @throws Unreachable when the connection breaks
     */
    public Answer send(long offset, BodyPublisher bytes) {
        var more =
                Map.of(
                        "Upload-Offset",
                        "" + offset,
                        "Content-Type",
                        "application/offset+octet-stream");
        return owner.api().send("PATCH", path, headers(owner, more), bytes, ANSWER_WITHIN);
    }

    /**
     * Sends until nothing is missing, however often it is interrupted; gives how often it was.
     *
     * @param from what is to be sent next when so many bytes are there
     * @throws UnexpectedAnswer when it is refused
     * @throws IllegalStateException when it takes too long
     */
    public int finish(LongFunction<BodyPublisher> from, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var interruptions = 0;
        for (var at = offset(); at < length; at = offset()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only %d bytes came in time".formatted(at));
            }
            if (isInterrupted(at, from.apply(at))) {
                interruptions++;
                Patience.rest(PAUSE);
            }
        }
        return interruptions;
    }

    private boolean isInterrupted(long at, BodyPublisher bytes) {
        try {
            var answer = send(at, bytes);
            if (!answer.isTransient() && !ASK_AGAIN.contains(answer.status())) {
                answer.success();
            }
            return !answer.isSuccess();
        } catch (Unreachable e) {
            return true;
        }
    }

    private static Map<String, String> headers(Person owner, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + owner.accessToken());
        headers.put("Tus-Resumable", "1.0.0");
        return headers;
    }
}

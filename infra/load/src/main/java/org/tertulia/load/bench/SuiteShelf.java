package org.tertulia.load.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.Person;

/** The suite: people upload by tus through the gateway, and read what they have uploaded. */
final class SuiteShelf implements Shelf {
    private final List<Person> people;

    /** One person for each lane. */
    SuiteShelf(List<Person> people) {
        this.people = people;
    }

    @Override
    public String put(int lane, MediaPlan plan, byte[] piece) {
        var upload = people.get(lane).media().begin("bench.bin", plan.fileBytes());
        for (var at = 0L; at < plan.fileBytes(); at += piece.length) {
            var length = (int) Math.min(piece.length, plan.fileBytes() - at);
            success(upload.send(at, BodyPublishers.ofByteArray(piece, 0, length)));
        }
        return upload.id().toString();
    }

    @Override
    public long get(int lane, String key) {
        try (var file = people.get(lane).media().open(UUID.fromString(key), "original")) {
            if (file.status() != 200) {
                throw new BenchFailure("A file is answered with " + file.status());
            }
            return file.drain();
        }
    }

    @Override
    public void remove(int lane, String key) {
        success(people.get(lane).media().tryDelete(UUID.fromString(key)));
    }

    private static void success(Answer answer) {
        if (!answer.isSuccess()) {
            throw new BenchFailure("Refused: %d %s".formatted(answer.status(), answer.body()));
        }
    }
}

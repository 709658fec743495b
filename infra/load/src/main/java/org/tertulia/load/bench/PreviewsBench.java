package org.tertulia.load.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tertulia.load.client.MadeUpPhoto;
import org.tertulia.load.client.MediaView;
import org.tertulia.load.client.Patience;
import org.tertulia.load.client.Person;

/** Somebody uploads photos, and all are waited for until they have their previews. */
final class PreviewsBench {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEGA = 1e6;

    /** Photos that do not count: the compilers are not done before. */
    private static final int WARM_UP = 8;

    /** Different photos; each is uploaded as often as it takes. */
    private static final int PHOTOS = 8;

    private static final int PAGE = 100;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final Person person;
    private final MediaPlan plan;

    PreviewsBench(Person person, MediaPlan plan) {
        this.person = person;
        this.plan = plan;
    }

    /**
     * Measures once.
     *
     * @throws BenchFailure when a photo ends without previews, or not in time
     */
    Previewed run() {
        var photos =
                IntStream.range(0, PHOTOS)
                        .mapToObj(
                                it ->
                                        new MadeUpPhoto(
                                                        it,
                                                        plan.photoWidth(),
                                                        plan.photoWidth() * 3 / 4)
                                                .jpeg())
                        .toList();
        look(photos, WARM_UP);
        return look(photos, plan.photos());
    }

    private Previewed look(List<byte[]> photos, int count) {
        var start = System.nanoTime();
        var bytes = 0L;
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < count; i++) {
            var photo = photos.get(i % photos.size());
            bytes += photo.length;
            ids.add(person.media().upload("photo " + i + ".jpg", photo));
        }
        var previews = awaitPreviews(ids);
        var seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        ids.forEach(person.media()::tryDelete);
        return new Previewed(
                count,
                previews,
                bytes / MEGA / count,
                seconds,
                Runtime.getRuntime().availableProcessors());
    }

    /** How many previews they have in the end. */
    private int awaitPreviews(List<UUID> ids) {
        var end = System.nanoTime() + LIMIT.toNanos();
        var waiting = new HashSet<>(ids);
        var previews = 0;
        while (!waiting.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new BenchFailure(waiting.size() + " photos are not looked into in time");
            }
            for (var view : person.media().all(waiting.stream().limit(PAGE).toList())) {
                if (view.isProcessed()) {
                    previews += previews(view);
                    waiting.remove(view.id());
                }
            }
            Patience.rest(LOOK_EVERY);
        }
        return previews;
    }

    private static int previews(MediaView view) {
        if (view.previews().isEmpty()) {
            throw new BenchFailure("A photo has no previews: it is " + view.state());
        }
        return view.previews().size();
    }
}

package org.tertulia.load.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.tertulia.load.faults.town.Actor;
import org.tertulia.load.faults.town.Script;
import org.tertulia.load.faults.town.Town;

/** The people of a town at work, each on a thread of their own; they can be asked to rest. */
final class Crew implements AutoCloseable {
    /** Who acts holds it shared; who wants quiet holds it alone. */
    private final ReentrantReadWriteLock floor = new ReentrantReadWriteLock(true);

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    private Crew() {}

    /** All begin to work, by the scripts of a seed. */
    static Crew start(Town town, long seed) {
        var crew = new Crew();
        for (var i = 0; i < town.actors().size(); i++) {
            var actor = town.actors().get(i);
            var script = Script.of(seed, i, Town.rooms(), Town.isWanderer(i));
            crew.threads.add(Thread.ofVirtual().start(() -> crew.work(actor, script)));
        }
        return crew;
    }

    private void work(Actor actor, Script script) {
        try {
            while (!ended) {
                var planned = script.next();
                Thread.sleep(planned.pause());
                act(actor, planned);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            actor.complain("stopped working: " + e);
        }
    }

    private void act(Actor actor, Script.Planned planned) throws InterruptedException {
        floor.readLock().lockInterruptibly();
        try {
            planned.step().perform(actor);
            actor.did(planned.operation());
        } finally {
            floor.readLock().unlock();
        }
    }

    /** Waits until nobody acts, and lets nobody begin; tells whether it came to that in time. */
    boolean rest(Duration limit) throws InterruptedException {
        return floor.writeLock().tryLock(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Everybody goes on; to be called by the thread that asked for rest. */
    void goOn() {
        floor.writeLock().unlock();
    }

    @Override
    public void close() {
        ended = true;
        threads.forEach(Thread::interrupt);
    }
}

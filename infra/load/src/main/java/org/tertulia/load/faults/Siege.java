package org.tertulia.load.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tertulia.load.client.Patience;
import org.tertulia.load.faults.FaultSchedule.Injection;
import org.tertulia.load.faults.check.Checker;
import org.tertulia.load.faults.town.Actor;
import org.tertulia.load.faults.town.Inquiry;
import org.tertulia.load.faults.town.Town;
import org.tertulia.load.home.SuiteControl;

/**
 * Plays rounds of faults while a crew works, and between them lets everybody rest and looks whether all
 * is well.
 */
final class Siege {
    static final Duration RECOVERED_WITHIN = Duration.ofSeconds(120);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Town town;
    private final Crew crew;
    private final Injector injector;
    private final SuiteControl control;
    private final Inquiry inquiry;

    Siege(Town town, Crew crew, Injector injector, SuiteControl control, Inquiry inquiry) {
        this.town = town;
        this.crew = crew;
        this.injector = injector;
        this.control = control;
        this.inquiry = inquiry;
    }

    /**
     * Makes the faults of a round happen, each at its time whether or not the one before is over, and
     * returns when all are.
     */
    void attack(List<Injection> injections) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var faults = new ArrayList<Future<Boolean>>();
            for (var injection : injections) {
                Thread.sleep(injection.gap());
                faults.add(
                        threads.submit(
                                () -> {
                                    injector.inject(injection.fault());
                                    return true;
                                }));
            }
            for (var fault : faults) {
                fault.get();
            }
        } catch (ExecutionException e) {
            throw new NotRecovered("A fault could not be made to happen: " + e.getCause());
        }
    }

    /**
     * Waits until every part is back, lets everybody rest, waits until everybody has everything, and
     * checks all that is known.
     *
     * @param occasion names the messages that everybody says once more
     * @param whole whether the chats' state is fetched afresh as well
     * @return what does not hold
     * @throws NotRecovered when it takes too long
     */
    Map<String, List<String>> assess(String occasion, boolean whole) throws InterruptedException {
        var deadline = System.nanoTime() + RECOVERED_WITHIN.toNanos();
        awaitReady(deadline);
        if (!crew.rest(left(deadline))) {
            throw new NotRecovered("People's requests are not answered");
        }
        try {
            everybodySpeaks(occasion, deadline);
            inquiry.follow(deadline);
            return Checker.check(inquiry.gather(whole, deadline));
        } finally {
            crew.goOn();
        }
    }

    private void everybodySpeaks(String occasion, long deadline) throws InterruptedException {
        for (var actor : town.actors()) {
            actor.say(town.group(), id(occasion, actor), "después: " + occasion);
        }
        for (var actor : town.actors()) {
            if (!actor.settle(left(deadline))) {
                throw new NotRecovered(actor.person().handle() + " waits for acks");
            }
        }
    }

    private static UUID id(String occasion, Actor actor) {
        var name = occasion + actor.person().id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitReady(long deadline) {
        while (!control.glance().ready()) {
            if (System.nanoTime() - deadline > 0) {
                throw new NotRecovered("Not every part is ready: " + control.glance().parts());
            }
            Patience.rest(LOOK_EVERY);
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}

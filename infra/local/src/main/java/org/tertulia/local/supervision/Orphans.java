package org.tertulia.local.supervision;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.RunRecord;

/**
 * Ends what a launcher left running when it was killed. Only processes whose id and start time were
 * recorded are touched. To be called by whoever holds the lock of the state folder.
 */
public final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Services go before what they use: the store and Kafka last but one, PostgreSQL last. */
    private static final List<String> LAST = List.of("s3", "kafka", "postgresql");

    private Orphans() {}

    /** Ends them all and forgets them; tells which there were. */
    public static List<String> end(Home home) {
        var records = RunRecord.all(home);
        var living = records.stream().filter(it -> it.process().isPresent()).toList();
        endAll(living.stream().filter(it -> !LAST.contains(it.part())).toList());
        for (var name : LAST) {
            endAll(living.stream().filter(it -> it.part().equals(name)).toList());
        }
        records.forEach(it -> it.delete(home));
        return living.stream().map(RunRecord::part).toList();
    }

    private static void endAll(List<RunRecord> records) {
        var processes = records.stream().flatMap(it -> it.process().stream()).toList();
        processes.forEach(ProcessHandle::destroy);
        if (!haveEnded(processes)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            haveEnded(processes);
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

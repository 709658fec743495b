package org.tertulia.scheduler.reminders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.scheduler.reminders.ReminderLedger.Due;
import reactor.core.publisher.Flux;

/** The table {@code firings}. */
@Repository
final class FiringRepository {

    private final DatabaseClient database;

    FiringRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whose firings were stored: not those of an occurrence that has one. A reminder is among them once at most. */
    Flux<ReminderId> insert(List<Due> firing) {
        if (firing.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(
                        """
                        insert into firings (reminder_id, due_at, firing_id, fired_at)
                        select * from unnest(:reminders::uuid[], :dues::timestamptz[], :ids::uuid[], :fired::timestamptz[])
                        on conflict (reminder_id, due_at) do nothing
                        returning reminder_id
                        """)
                .bind(
                        "reminders",
                        firing.stream()
                                .map(due -> due.reminder().id().value())
                                .toArray(UUID[]::new))
                .bind("dues", moments(firing, Firing::dueAt))
                .bind("ids", firing.stream().map(due -> told(due).id()).toArray(UUID[]::new))
                .bind("fired", moments(firing, Firing::firedAt))
                .map(row -> new ReminderId(row.get("reminder_id", UUID.class)))
                .all();
    }

    private static Instant[] moments(List<Due> firing, Function<Firing, Instant> moment) {
        return firing.stream().map(due -> moment.apply(told(due))).toArray(Instant[]::new);
    }

    private static Firing told(Due due) {
        return Objects.requireNonNull(due.firing());
    }
}

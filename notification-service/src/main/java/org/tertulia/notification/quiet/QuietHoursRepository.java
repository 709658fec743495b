package org.tertulia.notification.quiet;

import io.r2dbc.spi.Readable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code quiet_hours}. */
@Repository
final class QuietHoursRepository {

    private final DatabaseClient database;

    QuietHoursRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Empty for who has not chosen any. */
    Mono<QuietPlan> find(UserId person) {
        return database.sql(
                        "select enabled, begins, ends, days, zone from quiet_hours where user_id = $1")
                .bind(0, person.value())
                .map(QuietHoursRepository::plan)
                .one();
    }

    private static QuietPlan plan(Readable row) {
        return new QuietPlan(
                get(row, "enabled", Boolean.class),
                get(row, "begins", LocalTime.class),
                get(row, "ends", LocalTime.class),
                Arrays.stream(get(row, "days", String[].class))
                        .map(Weekday::valueOf)
                        .collect(Collectors.toSet()),
                ZoneId.of(get(row, "zone", String.class)));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    Mono<Void> store(UserId person, QuietPlan plan) {
        return database.sql(
                        """
                        insert into quiet_hours (user_id, enabled, begins, ends, days, zone)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (user_id) do update
                        set enabled = excluded.enabled, begins = excluded.begins, ends = excluded.ends,
                            days = excluded.days, zone = excluded.zone
                        """)
                .bind(0, person.value())
                .bind(1, plan.enabled())
                .bind(2, plan.from())
                .bind(3, plan.to())
                .bind(4, plan.days().stream().sorted().map(Weekday::name).toArray(String[]::new))
                .bind(5, plan.zone().getId())
                .then();
    }
}

package org.tertulia.test.openapi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a Java type is in JSON.
 *
 * @param type the schema's type
 * @param format the schema's format, where a type has one
 */
record JsonType(String type, @Nullable String format) {

    private static final JsonType STRING = new JsonType("string", null);
    private static final JsonType INTEGER = new JsonType("integer", null);
    private static final JsonType NUMBER = new JsonType("number", null);
    private static final JsonType BOOLEAN = new JsonType("boolean", null);
    private static final JsonType MOMENT = new JsonType("string", "date-time");

    private static final Map<Class<?>, JsonType> KNOWN =
            Map.ofEntries(
                    Map.entry(String.class, STRING),
                    Map.entry(URI.class, STRING),
                    Map.entry(Duration.class, STRING),
                    Map.entry(UUID.class, new JsonType("string", "uuid")),
                    Map.entry(Instant.class, MOMENT),
                    Map.entry(OffsetDateTime.class, MOMENT),
                    Map.entry(LocalDate.class, new JsonType("string", "date")),
                    Map.entry(int.class, INTEGER),
                    Map.entry(Integer.class, INTEGER),
                    Map.entry(long.class, INTEGER),
                    Map.entry(Long.class, INTEGER),
                    Map.entry(BigInteger.class, INTEGER),
                    Map.entry(double.class, NUMBER),
                    Map.entry(Double.class, NUMBER),
                    Map.entry(BigDecimal.class, NUMBER),
                    Map.entry(boolean.class, BOOLEAN),
                    Map.entry(Boolean.class, BOOLEAN));

    /** Empty for a type whose JSON cannot be told from here. */
    static Optional<JsonType> of(Class<?> type) {
        return Optional.ofNullable(KNOWN.get(type));
    }
}

package org.tertulia.local.part;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part listens where. By default each has its well-known port; with a base they lie together
 * from there on, so that two suites can run beside each other; a single one can be set by name.
 */
public final class Ports {
    private static final int INSTANCE_STEP = 10;

    /** The well-known port and the place after a base, by part. */
    private static final Map<String, Place> PLACES =
            Map.ofEntries(
                    Map.entry("gateway", new Place(8080, 0)),
                    Map.entry("discovery", new Place(8761, 1)),
                    Map.entry(PostgresPart.NAME, new Place(5442, 2)),
                    Map.entry(KafkaPart.NAME, new Place(9192, 3)),
                    Map.entry(KafkaPart.CONTROLLER, new Place(9193, 4)),
                    Map.entry(S3Part.NAME, new Place(9194, 5)),
                    Map.entry(MailPart.NAME, new Place(8025, 6)),
                    Map.entry(MailPart.SMTP, new Place(1025, 7)),
                    Map.entry("auth-service", new Place(8101, 11)),
                    Map.entry("user-service", new Place(8102, 12)),
                    Map.entry("chat-service", new Place(8103, 13)),
                    Map.entry("message-service", new Place(8104, 14)),
                    Map.entry("media-service", new Place(8105, 15)),
                    Map.entry("scheduler-service", new Place(8106, 16)),
                    Map.entry("notification-service", new Place(8107, 17)),
                    Map.entry("translation-service", new Place(8108, 18)));

    private record Place(int wellKnown, int afterBase) {}

    /** Above the ports of all instances that there can be, and below the next suite's. */
    private static final int DOOR_STEP = 60;

    private final @Nullable Integer base;
    private final Map<String, Integer> own;
    private final Set<String> doors;

    /**
     * @param base where the ports begin; null for the well-known ones
     * @param own ports set by name, which win
     */
    public Ports(@Nullable Integer base, Map<String, Integer> own) {
        this(base, own, Set.of());
    }

    private Ports(@Nullable Integer base, Map<String, Integer> own, Set<String> doors) {
        this.base = base;
        this.own = Map.copyOf(own);
        this.doors = Set.copyOf(doors);
    }

    /**
     * The same ports, but the services find these parts elsewhere: at a door, which somebody else opens
     * before the suite is started, and through which they can be cut off.
     */
    public Ports withDoors(Set<String> parts) {
        return new Ports(base, own, parts);
    }

    /** Where the services find a part: where it listens, or the door before it. */
    public int foundAt(String use) {
        return doors.contains(use) ? of(use) + DOOR_STEP : of(use);
    }

    /** The port of a part's first or only instance. */
    public int of(String use) {
        return of(use, 1);
    }

    /**
     * The port of an instance: the second one lies ten above the first, and so on.
     *
     * @param instance 1 for the first
     */
    public int of(String use, int instance) {
        var set = own.get(instanceName(use, instance));
        if (set != null) {
            return set;
        }
        var place = PLACES.get(use);
        if (place == null) {
            throw new IllegalArgumentException("No part is called " + use);
        }
        return first(use, place) + (instance - 1) * INSTANCE_STEP;
    }

    private int first(String use, Place place) {
        var set = own.get(use);
        if (set != null) {
            return set;
        }
        return base == null ? place.wellKnown() : base + place.afterBase();
    }

    /** {@code message-service}, {@code message-service-2}, … */
    static String instanceName(String use, int instance) {
        return instance == 1 ? use : use + "-" + instance;
    }
}

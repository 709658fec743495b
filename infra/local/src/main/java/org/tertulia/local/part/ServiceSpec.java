package org.tertulia.local.part;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher has to know of a service; where it listens is in {@link Ports}.
 *
 * @param name the service, its module and its jar
 * @param layer where it stands in the order of stopping
 * @param database the database it owns; null when it has none
 * @param storing whether it keeps objects in the store, and so is told its keys
 * @param jvm how its JVM runs
 */
record ServiceSpec(String name, Layer layer, @Nullable String database, boolean storing, Jvm jvm) {
    /**
     * All of them, in the order in which they are shown. auth-service allocates 19 MiB for each
     * password it hashes, two at a time, and these must die young. media-service holds uploads that are
     * not stored yet, and the pixels of the picture it looks into.
     */
    static final List<ServiceSpec> ALL =
            List.of(
                    new ServiceSpec("discovery", Layer.BACKBONE, null, new Jvm(80, 12, false)),
                    new ServiceSpec("auth-service", Layer.SERVICE, "auth", new Jvm(160, 56, false)),
                    new ServiceSpec("user-service", Layer.SERVICE, "users", new Jvm(96, 16, false)),
                    new ServiceSpec("chat-service", Layer.SERVICE, "chats", new Jvm(96, 16, false)),
                    new ServiceSpec(
                            "message-service", Layer.SERVICE, "messages", new Jvm(256, 64, true)),
                    new ServiceSpec("media-service", Layer.SERVICE, "media", new Jvm(320, 64, true))
                            .storingObjects(),
                    new ServiceSpec(
                            "scheduler-service",
                            Layer.SERVICE,
                            "scheduler",
                            new Jvm(96, 16, false)),
                    new ServiceSpec(
                            "notification-service",
                            Layer.SERVICE,
                            "notifications",
                            new Jvm(96, 16, false)),
                    new ServiceSpec(
                            "translation-service",
                            Layer.SERVICE,
                            "translation",
                            new Jvm(96, 16, false)),
                    new ServiceSpec("gateway", Layer.EDGE, null, new Jvm(160, 48, true)));

    ServiceSpec(String name, Layer layer, @Nullable String database, Jvm jvm) {
        this(name, layer, database, false, jvm);
    }

    /** The same service, which keeps objects in the store. */
    ServiceSpec storingObjects() {
        return new ServiceSpec(name, layer, database, true, jvm);
    }

    /**
     * A service with a database migrates it first of all. Kafka and the store are up long before a
     * service has got as far as needing them, and the service waits for them some seconds then; not
     * waiting here brings the whole suite up some seconds earlier.
     */
    Set<String> needs() {
        return database == null ? Set.of() : Set.of(PostgresPart.NAME);
    }
}

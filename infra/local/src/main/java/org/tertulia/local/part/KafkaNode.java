package org.tertulia.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The main class of the Kafka process: formats the data folder if it is new, then runs the broker
 * until it is told to stop. With {@code --rehearse} it ends by itself soon after it answers.
 */
final class KafkaNode {
    private static final int REHEARSAL_SECONDS = 60;

    private KafkaNode() {}

    public static void main(String[] args) throws Exception {
        var settings = Path.of(args[0]);
        formatIfNew(settings);
        if (args.length > 1 && args[1].equals("--rehearse")) {
            Thread.ofPlatform().daemon().start(() -> Kafka.main(new String[] {args[0]}));
            awaitBroker(port(settings));
            System.exit(0);
        }
        Kafka.main(new String[] {args[0]});
    }

    private static void formatIfNew(Path settings) throws IOException {
        var data = Path.of(load(settings).getProperty("log.dirs"));
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        var arguments =
                new String[] {
                    "format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()
                };
        if (StorageTool.execute(arguments, System.out) != 0) {
            throw new IOException("Cannot format " + data);
        }
    }

    private static int port(Path settings) throws IOException {
        var listener = load(settings).getProperty("advertised.listeners");
        return Integer.parseInt(listener.substring(listener.lastIndexOf(':') + 1));
    }

    private static Properties load(Path settings) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void awaitBroker(int port) throws InterruptedException {
        var pause = new CountDownLatch(1);
        for (var second = 0; second < REHEARSAL_SECONDS && !Probe.accepts(port); second++) {
            if (pause.await(1, TimeUnit.SECONDS)) {
                return;
            }
        }
    }
}

package org.tertulia.test.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** The program of a broker's JVM: formats its folder, starts, says so, and ends when standard input does. */
final class BrokerMain {

    /** The line on standard output that says clients may connect. */
    static final String READY = "ready";

    private BrokerMain() {}

    /** Takes the folder for data, the port for clients and the controller's port. */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var properties = properties(folder, arguments[1], arguments[2]);
        format(folder, properties);
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM).startup();
        System.out.println(READY);
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0);
    }

    private static void format(Path folder, Properties properties) throws IOException {
        var file = folder.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        var arguments =
                new String[] {
                    "format",
                    "--cluster-id",
                    Uuid.randomUuid().toString(),
                    "--config",
                    file.toString(),
                    "--standalone"
                };
        var out = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (StorageTool.execute(arguments, out) != 0) {
            throw new IOException("Kafka's folder cannot be formatted: " + folder);
        }
    }

    private static Properties properties(Path folder, String brokerPort, String controllerPort) {
        var properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("log.dirs", folder.resolve("data").toString());
        properties.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%s,CONTROLLER://127.0.0.1:%s"
                        .formatted(brokerPort, controllerPort));
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
        properties.put("auto.create.topics.enable", "false");
        singleCopies(properties);
        small(properties);
        return properties;
    }

    private static void singleCopies(Properties properties) {
        for (var topic : new String[] {"offsets.topic", "transaction.state.log"}) {
            properties.put(topic + ".replication.factor", "1");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("min.insync.replicas", "1");
    }

    private static void small(Properties properties) {
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "2");
        properties.put("share.coordinator.state.topic.num.partitions", "2");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "2");
        properties.put("background.threads", "2");
        properties.put("num.recovery.threads.per.data.dir", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.min.session.timeout.ms", "500");
        properties.put("log.segment.delete.delay.ms", "0");
    }
}

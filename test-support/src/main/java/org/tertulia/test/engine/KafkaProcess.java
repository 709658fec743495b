package org.tertulia.test.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A broker in a JVM of its own, which ends as soon as this JVM does: its standard input is a pipe from here.
 */
final class KafkaProcess {

    private static final int ATTEMPTS = 3;
    private static int started;

    private KafkaProcess() {}

    static synchronized KafkaBroker start() {
        for (var attempt = 1; ; attempt++) {
            try {
                return launch(freePort(), freePort());
            } catch (IOException e) {
                // Another process may have taken one of the ports meanwhile.
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException("Kafka did not start", e);
                }
            }
        }
    }

    private static KafkaBroker launch(int brokerPort, int controllerPort) throws IOException {
        var folder = Files.createDirectories(Home.FOLDER.resolve("broker-" + started++));
        var log = folder.resolve("broker.log");
        var process =
                new ProcessBuilder(command(folder, brokerPort, controllerPort))
                        .redirectError(Redirect.to(log.toFile()))
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
        awaitReady(process, log);
        return new KafkaBroker("127.0.0.1:" + brokerPort);
    }

    private static List<String> command(Path folder, int brokerPort, int controllerPort) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What makes a broker start in about 1.5 s with 160 MB on two cores (measured).
        command.addAll(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx160m", "-Xss512k"));
        command.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData"));
        command.add("-Dlogback.configurationFile=org/tertulia/test/engine/broker-logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(BrokerMain.class.getName(), folder.toString()));
        command.addAll(List.of(Integer.toString(brokerPort), Integer.toString(controllerPort)));
        return command;
    }

    private static void awaitReady(Process process, Path log) throws IOException {
        // Left open: the broker writes nothing more, and lives as long as the pipes do.
        @SuppressWarnings("resource")
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(BrokerMain.READY)) {
                return;
            }
        }
        throw new IOException("Kafka ended while starting:\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process process, Path folder) {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            ServerFolder.delete(folder);
            ServerFolder.deleteIfEmpty(Home.FOLDER);
        }
    }

    private static final class Home {
        private static final Path FOLDER = ServerFolder.ofThisJvm("kafka");
    }
}

package org.tertulia.test.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A broker in a {@link ChildJvm}. */
final class KafkaProcess {

    private static int started;

    private KafkaProcess() {}

    static synchronized KafkaBroker start() {
        return ChildJvm.started("Kafka", KafkaProcess::launch);
    }

    private static KafkaBroker launch() throws IOException {
        var brokerPort = ChildJvm.freePort();
        var folder = Files.createDirectories(Home.FOLDER.resolve("broker-" + started++));
        ChildJvm.launch(
                folder, arguments(folder, brokerPort, ChildJvm.freePort()), BrokerMain.READY);
        return new KafkaBroker("127.0.0.1:" + brokerPort);
    }

    private static List<String> arguments(Path folder, int brokerPort, int controllerPort) {
        var arguments = new ArrayList<String>();
        // What makes a broker start in about 1.5 s with 160 MB on two cores (measured).
        arguments.addAll(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx160m", "-Xss512k"));
        arguments.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData"));
        arguments.add("-Dlogback.configurationFile=org/tertulia/test/engine/broker-logback.xml");
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        arguments.addAll(List.of(BrokerMain.class.getName(), folder.toString()));
        arguments.addAll(List.of(Integer.toString(brokerPort), Integer.toString(controllerPort)));
        return arguments;
    }

    private static final class Home {
        private static final Path FOLDER = ServerFolder.ofThisJvm("kafka");
    }
}

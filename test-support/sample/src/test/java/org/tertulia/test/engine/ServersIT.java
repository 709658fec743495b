package org.tertulia.test.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ServersIT {

    @Test
    void aDatabaseShouldBeAsInProductionButForTheDisk() throws SQLException {
        var database = PostgresServer.shared().emptyDatabase();

        assertThat(query(database, "show server_version_num")).startsWith("18");
        assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
        assertThat(query(database, "select lower('ÁÑÜ')")).isEqualTo("áñü");
    }

    @Test
    void databasesShouldNotSeeEachOther() throws SQLException {
        var one = PostgresServer.shared().migratedDatabase(List.of("db/starter"));
        var other = PostgresServer.shared().migratedDatabase(List.of("db/starter"));
        update(
                one,
                "insert into outbox (topic, record_key, event_type, occurred_at, payload)"
                        + " values ('t', 'k', 'e', now(), '{}')");

        assertThat(query(one, "select count(*) from outbox")).isEqualTo("1");
        assertThat(query(other, "select count(*) from outbox")).isEqualTo("0");
    }

    @Test
    void aBrokerThatIsTakenAgainShouldHaveNoTopics() throws Exception {
        var broker = KafkaBrokers.take();
        try (var admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic("left", 1, (short) 1))).all().get();
        }
        KafkaBrokers.giveBack(broker);

        var again = KafkaBrokers.take();

        assertThat(again).isEqualTo(broker);
        try (var admin = admin(again)) {
            assertThat(admin.listTopics().names().get()).doesNotContain("left");
        }
        KafkaBrokers.giveBack(again);
    }

    @Test
    void whatAKilledJvmLeftBehindShouldBeEndedAndRemoved() throws Exception {
        var jvm =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServersUntilKilled.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var output = jvm.inputReader()) {
            var servers =
                    output.lines().filter(l -> l.startsWith("servers ")).findFirst().orElseThrow();
            var postgres = ProcessHandle.of(Long.parseLong(servers.split(" ")[1])).orElseThrow();
            var children =
                    Stream.of(servers.split(" "))
                            .skip(2)
                            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                            .toList();
            assertThat(children).as("Kafka and S3").hasSize(2);
            jvm.destroyForcibly();

            for (var child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
            var left = ServerFolder.cache().resolve("postgres").resolve(Long.toString(jvm.pid()));
            assertThat(left).exists();

            ServerFolder.ofThisJvm("postgres");
            assertThat(left).doesNotExist();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !postgres.isAlive());
        }
    }

    @Test
    void bucketsShouldBeInOneStoreAndNotTheSame() {
        var one = S3Server.shared().emptyBucket();
        var other = S3Server.shared().emptyBucket();

        assertThat(other.endpoint()).isEqualTo(one.endpoint());
        assertThat(other.name()).isNotEqualTo(one.name());
    }

    private static Admin admin(KafkaBroker broker) {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
    }

    private static String query(TestDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void update(TestDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Starts all servers, tells their process ids and waits to be killed. */
    static final class ServersUntilKilled {

        private ServersUntilKilled() {}

        public static void main(String[] arguments) throws Exception {
            PostgresServer.shared();
            KafkaBrokers.take();
            S3Server.shared();
            var folder =
                    ServerFolder.cache()
                            .resolve("postgres")
                            .resolve(Long.toString(ProcessHandle.current().pid()));
            var postgres = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
            var children =
                    ProcessHandle.current()
                            .descendants()
                            .filter(child -> child.info().command().orElse("").endsWith("java"))
                            .map(child -> Long.toString(child.pid()))
                            .collect(Collectors.joining(" "));
            System.out.println("servers %s %s".formatted(postgres.strip(), children));
            Thread.sleep(Duration.ofMinutes(1));
        }
    }
}

package org.tertulia.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.local.TemporarySuite.KAFKA;
import static org.tertulia.local.TemporarySuite.POSTGRES;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.local.TemporarySuite;
import org.tertulia.local.home.Secrets;
import org.tertulia.local.part.PartFailure;

class RunningSuiteIT {
    @TempDir private Path folder;

    @Test
    void dataShouldOutliveARestart() throws Exception {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary, POSTGRES, KAFKA)) {
            assertThat(running.status().ready()).isTrue();
            execute(temporary, "auth", "CREATE TABLE birds (name text)");
            execute(temporary, "auth", "INSERT INTO birds VALUES ('heron')");
            createTopic(temporary, "birds");
        }

        try (var running = start(temporary, POSTGRES, KAFKA)) {
            assertThat(running.status().ready()).isTrue();
            assertThat(query(temporary, "auth", "SELECT name FROM birds")).isEqualTo("heron");
            assertThat(topics(temporary)).contains("birds");
        }
    }

    @Test
    void commitsShouldBeDurableAndRolesShouldOwnJustTheirDatabase() throws Exception {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary, POSTGRES)) {
            assertThat(running.status().ready()).isTrue();
            assertThat(query(temporary, "users", "SHOW fsync")).isEqualTo("on");
            assertThat(query(temporary, "users", "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(temporary, "users", "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(temporary, "users", "SELECT usesuper FROM pg_user WHERE usename=user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> connect(temporary, "users", "auth", "").close())
                    .isInstanceOf(SQLException.class);
            var password = password(temporary, "users");
            assertThatThrownBy(() -> connect(temporary, "users", "auth", password).close())
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void statusShouldShowAStoppedPartAndOtherShellsShouldBeAbleToStartIt() {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary, POSTGRES, KAFKA)) {
            assertThat(ask(temporary, "stop", KAFKA).message()).isEqualTo("kafka is stopped");
            var suite = running.status();
            assertThat(suite.ready()).isFalse();
            assertThat(suite.parts())
                    .filteredOn(it -> it.part().equals(KAFKA))
                    .singleElement()
                    .satisfies(it -> assertThat(it.state()).isEqualTo(PartState.STOPPED))
                    .satisfies(it -> assertThat(it.pid()).isNull());

            assertThat(ask(temporary, "start", KAFKA).message()).isEqualTo("kafka is ready");
            assertThat(ask(temporary, "status", null).suite()).isNotNull();
            assertThat(running.status().ready()).isTrue();
            assertThat(ask(temporary, "stop", "parrot").done()).isFalse();
        }
    }

    @Test
    void aKilledPartShouldComeBackWithItsData() throws Exception {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary, POSTGRES)) {
            execute(temporary, "chats", "CREATE TABLE birds AS SELECT 'crane' AS name");

            assertThat(ask(temporary, "kill", POSTGRES).done()).isTrue();

            awaitTrue(() -> running.status().parts().getFirst().restarts() == 1);
            awaitTrue(() -> running.status().ready());
            assertThat(query(temporary, "chats", "SELECT name FROM birds")).isEqualTo("crane");
        }
    }

    @Test
    void aSecondLauncherShouldBeTurnedAway() {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary, POSTGRES)) {
            assertThatThrownBy(() -> start(temporary, POSTGRES))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("already runs");
            assertThat(running.status().ready()).isTrue();
        }
    }

    private static RunningSuite start(TemporarySuite temporary, String... parts) {
        var running = RunningSuite.start(temporary.of(parts), TemporarySuite.silent());
        running.awaitReady();
        return running;
    }

    private static ControlSocket.Answer ask(
            TemporarySuite temporary, String verb, @Nullable String part) {
        return ControlSocket.ask(temporary.home(), verb, part).orElseThrow();
    }

    private static void execute(TemporarySuite temporary, String role, String command)
            throws SQLException {
        try (var connection = connect(temporary, role, role, password(temporary, role));
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String query(TemporarySuite temporary, String role, String query)
            throws SQLException {
        try (var connection = connect(temporary, role, role, password(temporary, role));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String password(TemporarySuite temporary, String role) {
        return new Secrets(temporary.home()).databasePassword(role);
    }

    private static Connection connect(
            TemporarySuite temporary, String role, String database, String password)
            throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(temporary.postgresPort(), database);
        return DriverManager.getConnection(url, role, password);
    }

    private static void createTopic(TemporarySuite temporary, String name) throws Exception {
        try (var admin = admin(temporary)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Set<String> topics(TemporarySuite temporary) throws Exception {
        try (var admin = admin(temporary)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(TemporarySuite temporary) {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + temporary.kafkaPort()));
    }

    private static void awaitTrue(BooleanSupplier condition) {
        var board = new Board();
        var attempts = 300;
        while (attempts > 0 && !board.await(condition, Duration.ofMillis(100))) {
            attempts--;
        }
        assertThat(attempts).as("tenths of a second left").isPositive();
    }
}

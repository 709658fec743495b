package org.tertulia.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.RunRecord;
import org.tertulia.local.home.Secrets;

/**
 * PostgreSQL with durable commits, reachable on the loopback address only and by password only. Its
 * data folder is made on the first start and kept.
 */
final class PostgresPart implements Part {
    static final String NAME = "postgresql";

    /** The line of {@code postmaster.pid} that tells the server's state. */
    private static final int STATE_LINE = 7;

    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("max_connections", "120"),
                    Map.entry("shared_buffers", "64MB"),
                    Map.entry("max_wal_size", "512MB"),
                    Map.entry("jit", "off"),
                    // Reading ahead by worker processes pays on slow disks; here they cost memory.
                    Map.entry("io_method", "sync"),
                    Map.entry("log_checkpoints", "off"),
                    Map.entry("log_line_prefix", "%m [%p] %q%u@%d "));

    private final Home home;
    private final int port;
    private final Secrets secrets;
    private final Databases databases;

    PostgresPart(Home home, int port, Secrets secrets, List<String> databases) {
        this.home = home;
        this.port = port;
        this.secrets = secrets;
        this.databases = new Databases(home, port, secrets, databases);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port(NAME, port));
    }

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Launch prepare() {
        var programs = PostgresPrograms.in(home.cache());
        Folders.makeOnce(data(), folder -> initialise(programs, folder));
        forgetStalePid();
        var arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", "" + port));
        SETTINGS.forEach((key, value) -> arguments.addAll(List.of("-c", key + "=" + value)));
        return new Launch(
                programs.command("postgres", arguments.toArray(String[]::new)),
                Map.of("LC_ALL", "C"));
    }

    /**
     * The server itself writes beside its process id that it accepts connections; the file of one
     * that was killed still says so, with another id.
     */
    @Override
    public boolean answers(ProcessHandle process) {
        var lines = pidFile();
        return lines.size() > STATE_LINE
                && lines.getFirst().strip().equals("" + process.pid())
                && lines.get(STATE_LINE).strip().equals("ready");
    }

    @Override
    public void complete() {
        databases.createMissing();
    }

    /** Fast: connections are closed, what is committed is written, nothing is waited for. */
    @Override
    public void stop(ProcessHandle process) {
        var programs = PostgresPrograms.in(home.cache());
        Command.run(
                "stop PostgreSQL",
                programs.command("pg_ctl", "-D", data().toString(), "-m", "fast", "-W", "stop"));
    }

    private Path data() {
        return home.data(NAME);
    }

    private void initialise(PostgresPrograms programs, Path folder) throws IOException {
        var password = home.run("initdb-password");
        Files.writeString(password, secrets.databasePassword(Databases.ADMINISTRATOR));
        try {
            Command.run(
                    "create the PostgreSQL data folder",
                    programs.command(
                            "initdb",
                            "--pgdata=" + folder,
                            "--username=" + Databases.ADMINISTRATOR,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(password);
        }
    }

    /**
     * A server that was killed leaves its process id behind, and by the next start that id may be
     * somebody else's, for whom PostgreSQL would wait in vain. The file is removed only when the
     * process is neither the one that was recorded here nor any PostgreSQL.
     */
    private void forgetStalePid() {
        var lines = pidFile();
        if (lines.isEmpty()) {
            return;
        }
        var pid = Long.parseLong(lines.getFirst().strip());
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return;
        }
        var ours = RunRecord.find(home, NAME).flatMap(RunRecord::process).map(ProcessHandle::pid);
        var command = process.get().info().command().orElse("");
        if (ours.filter(it -> it == pid).isPresent() || command.endsWith("/postgres")) {
            throw new PartFailure(
                    "PostgreSQL (process %d) already runs on %s. Stop it first: kill -INT %d"
                            .formatted(pid, data(), pid));
        }
        deletePidFile();
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private void deletePidFile() {
        try {
            Files.delete(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new PartFailure("Cannot remove a stale postmaster.pid", e);
        }
    }
}

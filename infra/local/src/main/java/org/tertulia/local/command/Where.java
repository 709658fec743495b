package org.tertulia.local.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.home.Home;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that say which suite is meant; every command that concerns one has them. */
class Where {
    private static final Path ROOT = Path.of(System.getProperty("tertulia.root", "."));

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            defaultValue = "${env:TERTULIA_HOME}",
            description = "Where the suite keeps its state (TERTULIA_HOME; default .tertulia).")
    private @Nullable Path home;

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            defaultValue = "${env:TERTULIA_CACHE}",
            description = "Where derived files lie (TERTULIA_CACHE; default: in the state folder).")
    private @Nullable Path cache;

    /** The command that has these options; set by picocli. */
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Where the command prints what it was asked for. */
    PrintWriter out() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }

    Home home() {
        var root = home == null ? ROOT.resolve(".tertulia") : home;
        return cache == null ? Home.at(root) : new Home(root, cache);
    }

    /** The folder with the built modules. */
    static Path modules() {
        return ROOT;
    }
}

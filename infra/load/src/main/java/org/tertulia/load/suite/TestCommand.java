package org.tertulia.load.suite;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the whole-suite tests, and says at the end how many passed, failed and were skipped. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Tests the suite that TERTULIA_BASE_URL and TERTULIA_HOME name.")
public final class TestCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "CLASS",
            description = "Only these, such as TokensIT; all without.")
    private List<String> classes = List.of();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var progress = new TestProgress(out);
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage(TestCommand.class.getPackageName()))
                        .filters(includeClassNamePatterns(pattern()))
                        .build();
        LauncherFactory.create().execute(request, progress);
        progress.conclude();
        return progress.isGood() ? 0 : 1;
    }

    private String pattern() {
        var names =
                classes.isEmpty()
                        ? "[A-Za-z]*IT"
                        : classes.stream().collect(Collectors.joining("|"));
        return ".*\\.(" + names + ")";
    }
}

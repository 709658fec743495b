package org.tertulia.translation.engine.apertium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.language.LanguagePair;

/**
 * One direction as Apertium has it installed.
 *
 * @param pair the direction
 * @param stages the programs of its pipe with their arguments, in order
 */
record Mode(LanguagePair pair, List<List<String>> stages) {

    /** {@code spa-eng.mode}; variants such as {@code spa-eng_US} are left out, as languages have none here. */
    private static final Pattern FILE = Pattern.compile("([a-z]{2,3})-([a-z]{2,3})\\.mode");

    /** A word of a command line, which may stand in quotes. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** Has every program of the pipe hand on at a NUL what it has, instead of gathering more. */
    private static final String FLUSH_AT_NUL = "-z";

    /** What stands in a mode file for how unknown words are shown; here: as they are. */
    private static final String SHOWING = "$1";

    private static final String UNMARKED = "-n";

    /** What stands there for tracing, of which nothing is wanted. */
    private static final String TRACING = "$2";

    static boolean isMode(Path file) {
        return FILE.matcher(file.getFileName().toString()).matches();
    }

    /** Reads a file for which {@link #isMode} holds. */
    static Mode read(Path file) throws IOException {
        var name = FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file + " is no mode");
        }
        var stages = new ArrayList<List<String>>();
        for (var stage : Files.readString(file).strip().split("\\|", -1)) {
            stages.add(command(stage));
        }
        return new Mode(
                new LanguagePair(Language.of(name.group(1)), Language.of(name.group(2))), stages);
    }

    private static List<String> command(String stage) {
        var command = new ArrayList<String>();
        WORD.matcher(stage)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .filter(word -> !word.equals(TRACING))
                .map(word -> word.equals(SHOWING) ? UNMARKED : word)
                .forEach(command::add);
        command.add(1, FLUSH_AT_NUL);
        return List.copyOf(command);
    }
}

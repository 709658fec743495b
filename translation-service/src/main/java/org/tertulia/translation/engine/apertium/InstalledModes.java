package org.tertulia.translation.engine.apertium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.translation.language.LanguagePair;

/** What of Apertium is installed, as it was when somebody last looked. */
final class InstalledModes {

    private static final Logger log = LoggerFactory.getLogger(InstalledModes.class);

    private final Path folder;
    private final Listing listing;
    private volatile Map<LanguagePair, Mode> known = Map.of();

    /** How the files of a folder are found. */
    interface Listing {

        Stream<Path> of(Path folder) throws IOException;
    }

    InstalledModes(Path folder) {
        this(folder, Files::list);
    }

    InstalledModes(Path folder, Listing listing) {
        this.folder = folder;
        this.listing = listing;
    }

    /** The directions, without waiting. */
    Map<LanguagePair, Mode> known() {
        return known;
    }

    /** Looks again; blocks while it reads the folder. When that can not be read, what is known stays. */
    void look() {
        try {
            learn(files());
        } catch (IOException | UncheckedIOException unreadable) {
            log.warn("{} can not be read, what is known stays: {}", folder, unreadable.toString());
        }
    }

    private void learn(List<Path> files) {
        var found = new HashMap<LanguagePair, Mode>();
        for (var file : files) {
            try {
                var mode = Mode.read(file);
                found.put(mode.pair(), mode);
            } catch (IOException | RuntimeException unreadable) {
                log.warn("{} can not be read: {}", file, unreadable.toString());
            }
        }
        if (!found.keySet().equals(known.keySet())) {
            log.info("Apertium translates {}", found.keySet());
        }
        known = Map.copyOf(found);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = listing.of(folder)) {
            return files.filter(Mode::isMode).sorted().toList();
        }
    }
}

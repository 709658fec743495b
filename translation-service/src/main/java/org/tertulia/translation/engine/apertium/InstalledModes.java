package org.tertulia.translation.engine.apertium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.translation.language.LanguagePair;

/** What of Apertium is installed, as it was when somebody last looked. */
final class InstalledModes {

    private static final Logger log = LoggerFactory.getLogger(InstalledModes.class);

    private final Path folder;
    private volatile Map<LanguagePair, Mode> known = Map.of();

    InstalledModes(Path folder) {
        this.folder = folder;
    }

    /** The directions, without waiting. */
    Map<LanguagePair, Mode> known() {
        return known;
    }

    /** Looks again; blocks while it reads the folder. */
    void look() {
        var found = new HashMap<LanguagePair, Mode>();
        for (var file : files()) {
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

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Mode::isMode).sorted().toList();
        } catch (IOException unreadable) {
            log.warn("{} can not be read: {}", folder, unreadable.toString());
            return List.of();
        }
    }
}

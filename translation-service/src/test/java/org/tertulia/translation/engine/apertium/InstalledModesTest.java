package org.tertulia.translation.engine.apertium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.translation.engine.apertium.InstalledModes.Listing;
import org.tertulia.translation.language.LanguagePair;

class InstalledModesTest {

    private static final LanguagePair EN_ES = LanguagePair.of("en", "es");

    @TempDir private Path folder;

    private final AtomicReference<Listing> listing = new AtomicReference<>(Files::list);

    @Test
    void whatIsKnownShouldStayWhileTheFolderCanNotBeRead() {
        new FakeModes(folder).install("eng-spa", FakeModes.ECHO);
        var modes = new InstalledModes(folder, it -> listing.get().of(it));
        modes.look();
        assertThat(modes.known()).containsOnlyKeys(EN_ES);

        listing.set(_ -> failing());
        modes.look();
        assertThat(modes.known()).containsOnlyKeys(EN_ES);

        listing.set(_ -> Stream.of(1).map(_ -> failingLater()));
        modes.look();
        assertThat(modes.known()).containsOnlyKeys(EN_ES);

        listing.set(Files::list);
        new FakeModes(folder).remove("eng-spa");
        modes.look();
        assertThat(modes.known()).isEmpty();
    }

    private static Stream<Path> failing() throws IOException {
        throw new IOException("Too many open files");
    }

    private static Path failingLater() {
        throw new UncheckedIOException(new IOException("Input/output error"));
    }
}

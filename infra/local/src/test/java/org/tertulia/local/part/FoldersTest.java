package org.tertulia.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir private Path parent;

    @Test
    void aFolderWhoseFillingFailsShouldNotAppear() {
        var folder = parent.resolve("data");

        assertThatThrownBy(
                        () ->
                                Folders.makeOnce(
                                        folder,
                                        it -> {
                                            Files.writeString(it.resolve("half"), "");
                                            throw new IOException("disk full");
                                        }))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("disk full");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aFolderShouldBeFilledOnlyOnce() {
        var folder = parent.resolve("data");
        Folders.makeOnce(folder, it -> Files.writeString(it.resolve("file"), "first"));

        Folders.makeOnce(folder, it -> Files.writeString(it.resolve("file"), "second"));

        assertThat(folder.resolve("file")).hasContent("first");
    }

    @Test
    void ofSeveralThatWantTheSameFolderOneShouldMakeIt() throws Exception {
        var folder = parent.resolve("data");
        var made = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thread = 0; thread < 8; thread++) {
                threads.execute(() -> Folders.makeOnce(folder, it -> made.incrementAndGet()));
            }
        }

        assertThat(made).hasValue(1);
    }

    @Test
    void aFolderThatAnotherProcessMadeMeanwhileShouldBeUsed() {
        var folder = parent.resolve("data");

        Folders.makeOnce(
                folder,
                it -> {
                    Files.createDirectories(folder.resolve("theirs"));
                    throw new IOException("too late");
                });

        assertThat(folder.resolve("theirs")).exists();
    }

    @Test
    void whatAnInterruptedFillingLeftShouldNotBeInTheWay() throws Exception {
        Files.createDirectories(parent.resolve("data.4194999.new").resolve("half"));

        Folders.makeOnce(parent.resolve("data"), it -> Files.writeString(it.resolve("file"), ""));

        assertThat(parent.resolve("data").resolve("file")).exists();
        assertThat(parent.resolve("data").resolve("half")).doesNotExist();
        assertThat(parent.resolve("data.4194999.new")).doesNotExist();
    }
}

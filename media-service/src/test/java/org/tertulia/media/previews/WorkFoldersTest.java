package org.tertulia.media.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFoldersTest {

    @TempDir Path parent;

    @Test
    void whatTheDeadLeftOverShouldBeDeletedAndNothingElse() throws IOException {
        var living = new WorkFolders(parent);
        living.open();
        var file = Files.writeString(living.create().resolve("file"), "in use");
        var dead = Files.createDirectories(parent.resolve("tertulia-previews-new-1/file-2"));
        Files.writeString(dead.getParent().resolve("lock"), "");
        Files.writeString(dead.resolve("file"), "left over");
        var foreign = Files.writeString(parent.resolve("somebody's"), "own");

        var other = new WorkFolders(parent);
        other.open();

        assertThat(dead.getParent()).doesNotExist();
        assertThat(file).hasContent("in use");
        assertThat(foreign).exists();
        living.close();
        other.close();
        assertThat(entries()).containsExactly(foreign);
    }

    @Test
    void aFolderShouldGoWithAllThatIsInIt() throws IOException {
        var folders = new WorkFolders(parent);
        folders.open();
        var folder = folders.create();
        Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("c"), "deep");

        WorkFolders.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(folders.create()).isEmptyDirectory();
        folders.close();
        assertThatThrownBy(folders::create).isInstanceOf(IOException.class);
    }

    private List<Path> entries() throws IOException {
        try (var found = Files.list(parent)) {
            return found.toList();
        }
    }
}

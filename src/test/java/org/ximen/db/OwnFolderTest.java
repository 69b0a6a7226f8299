package org.ximen.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {
    @TempDir Path folder;

    @Test
    void nobodyElseLooksIntoANewFolder() throws IOException {
        var home = folder.resolve("a/data");
        OwnFolder.create(home);
        assertThat(permissions(home)).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsThereStaysAsItIs() throws IOException {
        var shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-x---"));
        OwnFolder.create(shared);
        assertThat(permissions(shared)).isEqualTo("rwxr-x---");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

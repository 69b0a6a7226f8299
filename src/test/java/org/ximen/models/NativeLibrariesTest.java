package org.ximen.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir Path folder;

    @Test
    void areUnpackedOnceAndAgainWhereTheyAreDamaged() throws Exception {
        NativeLibraries.here().unpack(folder);
        var whole = folder.resolve(System.mapLibraryName("onnxruntime"));
        var other = folder.resolve(System.mapLibraryName("onnxruntime4j_jni"));
        var bytes = Files.readAllBytes(whole);
        Files.write(whole, new byte[bytes.length]);
        Files.setLastModifiedTime(other, LONG_AGO);
        NativeLibraries.here().unpack(folder);
        assertThat(whole).hasBinaryContent(bytes);
        assertThat(Files.getLastModifiedTime(other)).isEqualTo(LONG_AGO);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(whole, other);
        }
    }

    @Test
    void aMachineThatTheJarWasNotBuiltForIsToldWhatToDo() {
        NativeLibraries.here().check();
        assertThatThrownBy(() -> new NativeLibraries("solaris-sparc").check())
                .hasMessageContainingAll(
                        "solaris-sparc", "-Pall-platforms", "--ximen.embedding=false");
    }
}

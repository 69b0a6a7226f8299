package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.Running;

/** What the jar carries is enough, and no more than that. */
class PackagedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final String JAR = System.getProperty("ximen.jar", "target/ximen.jar");

    private static final long LIMIT = 121_000_000;
    private static final String ARTICLE = "dog-keeping.md";
    private static final Pattern ALL_READ = Pattern.compile("向量：(\\d+) / \\1 段");

    @TempDir Path home;

    @Test
    void readsWithTheModelFromLibrariesInItsOwnFolder() throws IOException {
        var knowledge = Files.createDirectory(home.resolve("knowledge"));
        Files.copy(Path.of("knowledge", "policies", ARTICLE), knowledge.resolve(ARTICLE));
        String[] options = {"--ximen.embedding=true", "--ximen.knowledge=" + knowledge};
        try (var running = Running.startJar("packaged", home, options)) {
            await().atMost(PATIENCE).until(() -> ALL_READ.matcher(running.logged()).find());
            var runtime = home.resolve("models").resolve("onnxruntime");
            assertThat(runtime.resolve(System.mapLibraryName("onnxruntime"))).isNotEmptyFile();
            assertThat(home.resolve("tomcat").resolve("work")).isDirectory();
            // Another script and a word of two readings: what is left of ICU is enough for both.
            var reply = running.chat().say("1", "養狗要辦證嗎").path(0);
            assertThat(reply.path("kind").asString()).as(reply.toString()).isEqualTo("ANSWER");
        }
    }

    @Test
    void isSmallEnoughToBeCarried() throws IOException {
        assertThat(Files.size(Path.of(JAR))).isLessThan(LIMIT);
    }

    @Test
    void holdsNoDebugSymbols() throws IOException {
        try (var jar = new JarFile(JAR)) {
            var runtime =
                    jar.stream()
                            .filter(entry -> entry.getName().contains("/onnxruntime-"))
                            .findFirst()
                            .orElseThrow();
            assertThat(names(new ZipInputStream(jar.getInputStream(runtime))))
                    .anyMatch(name -> name.endsWith(System.mapLibraryName("onnxruntime")))
                    .noneMatch(name -> name.endsWith(".pdb") || name.contains(".dSYM/"));
        }
    }

    @Test
    void saysWhatItIsMadeOf() throws IOException {
        try (var jar = new JarFile(JAR)) {
            var parts = jar.getEntry("META-INF/sbom/application.cdx.json");
            // An offline build leaves it out, since the plugin asks the repositories.
            Assumptions.assumeTrue(parts != null || "true".equals(System.getenv("CI")));
            assertThat(new String(jar.getInputStream(parts).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("CycloneDX", "onnxruntime", "lucene-core");
        }
    }

    private static List<String> names(ZipInputStream zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (zip) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}

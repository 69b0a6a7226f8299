package org.ximen.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The packaged product as its own tool unpacks it, with an AOT cache of what a start loads: one
 * start takes half of the processor time that the jar takes. Made once for all forks.
 */
final class UnpackedProduct {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String CACHE = "start.aot";
    private static final String LOG = "made.log";

    private UnpackedProduct() {}

    /** What stands behind {@code java} to run it. */
    static List<String> program(Path jar) {
        var folder = KeptFolder.of("unpacked", version(jar), made -> unpack(jar, made));
        return List.of("-XX:AOTCache=" + folder.resolve(CACHE), "-jar", unpacked(jar, folder));
    }

    private static String unpacked(Path jar, Path folder) {
        return folder.resolve("app").resolve(jar.getFileName()).toString();
    }

    private static String version(Path jar) {
        try {
            return Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        var log = folder.resolve(LOG);
        var tool =
                Running.java(
                        log,
                        List.of("-Djarmode=tools", "-jar", jar.toString()),
                        List.of("extract", "--destination", folder.resolve("app").toString()));
        end(tool, log);
        train(jar, folder, log);
        if (!Files.exists(folder.resolve(CACHE))) {
            throw new AssertionError("no cache was written, see " + log);
        }
    }

    private static void train(Path jar, Path folder, Path log) {
        int port = Running.freePort();
        var product =
                Running.java(
                        log,
                        List.of(
                                "-XX:AOTCacheOutput=" + folder.resolve(CACHE),
                                "-jar",
                                unpacked(jar, folder)),
                        List.of(
                                "--ximen.home=" + folder.resolve("home"),
                                "--server.port=" + port,
                                Running.WITHOUT_MODEL,
                                Running.LITTLE_KNOWLEDGE));
        await().atMost(PATIENCE).until(() -> !product.isAlive() || Running.isHealthy(port));
        product.destroy();
        end(product, log);
    }

    private static void end(Process process, Path log) {
        if (!Running.ended(process, PATIENCE)) {
            process.destroyForcibly();
            throw new AssertionError("does not end, see " + log);
        }
    }
}

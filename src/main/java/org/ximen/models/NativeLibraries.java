package org.ximen.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The native libraries of the model's runtime: part of our jar for the platform it was built on,
 * unpacked into a folder of ours and used from there again, so that a process that is killed leaves
 * nothing behind.
 */
record NativeLibraries(String platform) {
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");
    // As ONNX Runtime names platforms, and as the tokenizer does.
    private static final Map<String, String> PLATFORMS =
            Map.of(
                    "linux-x64", "linux-x86_64",
                    "linux-aarch64", "linux-aarch64",
                    "win-x64", "win-x86_64",
                    "osx-aarch64", "osx-aarch64");
    private static final int PIECE = 1 << 16;

    /** Those of this machine. */
    static NativeLibraries here() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var os = system.startsWith("windows") ? "win" : system.startsWith("mac") ? "osx" : system;
        var arch = System.getProperty("os.arch", "").replace("amd64", "x64");
        return new NativeLibraries(os + "-" + arch.replace("x86_64", "x64"));
    }

    /**
     * Checks that they are there.
     *
     * @throws IllegalStateException if this jar was built for other platforms
     */
    void check() {
        boolean runtime = NAMES.stream().allMatch(name -> resource(name).isPresent());
        if (!runtime || !hasTokenizer()) {
            throw new IllegalStateException(
                    "这个程序包里没有本机（%s）要用的向量计算库：程序包只能用在和打包时同一种机器上。".formatted(platform)
                            + "请在这种机器上重新打包，或用 mvn -Pall-platforms package 打一个各种机器通用的包；"
                            + "暂时不要向量，启动时加 --ximen.embedding=false");
        }
    }

    private boolean hasTokenizer() {
        var folder = PLATFORMS.get(platform);
        return folder != null
                && here("/native/lib/" + folder + "/cpu/" + System.mapLibraryName("tokenizers"));
    }

    private static boolean here(String resource) {
        return NativeLibraries.class.getResource(resource) != null;
    }

    private Optional<String> resource(String name) {
        var path = "/ai/onnxruntime/native/" + platform + "/" + System.mapLibraryName(name);
        return here(path) ? Optional.of(path) : Optional.empty();
    }

    /** Unpacks what is not yet in the folder as it is in our jar, and has it loaded from there. */
    void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var name : NAMES) {
            var file = folder.resolve(System.mapLibraryName(name));
            var path = resource(name).orElseThrow();
            if (!Files.exists(file) || !isSame(file, path)) {
                put(file, path);
            }
        }
        System.setProperty("onnxruntime.native.path", folder.toAbsolutePath().toString());
    }

    private static boolean isSame(Path file, String resource) throws IOException {
        try (var ours = open(resource);
                var theirs = Files.newInputStream(file)) {
            byte[] piece;
            do {
                piece = ours.readNBytes(PIECE);
                if (!Arrays.equals(piece, theirs.readNBytes(PIECE))) {
                    return false;
                }
            } while (piece.length > 0);
            return true;
        }
    }

    // Whole or not at all: the process may be killed meanwhile.
    private static void put(Path file, String resource) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var in = open(resource)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static InputStream open(String resource) throws IOException {
        var in = NativeLibraries.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not in the jar");
        }
        return in;
    }
}

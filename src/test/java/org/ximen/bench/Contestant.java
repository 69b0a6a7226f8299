package org.ximen.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ximen.played.PlayedTelegram;
import org.ximen.testing.Running;

/** A bot as a process of its own. */
final class Contestant implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "bench");
    // grammy.dev/guide/basics: the bot that answers with what it was told.
    private static final String GRAMMY =
            """
            import { Bot } from 'grammy';
            const bot = new Bot(process.argv[3], { client: { apiRoot: process.argv[2] } });
            bot.on('message:text', (ctx) => ctx.reply(ctx.message.text));
            bot.start();
            """;

    final String name;
    private final Process process;

    private Contestant(String name, List<String> command) {
        this.name = name;
        try {
            Files.createDirectories(FOLDER);
            this.process =
                    new ProcessBuilder(command)
                            .directory(name.equals("grammY") ? FOLDER.toFile() : null)
                            .redirectErrorStream(true)
                            .redirectOutput(FOLDER.resolve(name + ".log").toFile())
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** The product, with every limit of its own off. */
    static Contestant ours(PlayedTelegram played, Path home, String... options) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                java(),
                                "-Xmx600m",
                                "-jar",
                                System.getProperty("ximen.jar", "target/ximen.jar"),
                                "--ximen.home=" + home,
                                "--server.port=" + Running.freePort(),
                                "--ximen.telegram.token=" + PlayedTelegram.TOKEN,
                                "--ximen.telegram.api=" + played.base(),
                                "--ximen.telegram.limits.per-second=0",
                                "--ximen.telegram.limits.per-chat=0"));
        command.addAll(List.of(options));
        return new Contestant("ours", command);
    }

    /** The product as it comes, with so much memory. */
    static Contestant server(int port, String heap, Path home) {
        return new Contestant(
                "server",
                List.of(
                        java(),
                        "-Xmx" + heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "--add-modules=jdk.incubator.vector",
                        "-jar",
                        System.getProperty("ximen.jar", "target/ximen.jar"),
                        "--ximen.home=" + home,
                        "--server.port=" + port));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    static Contestant bare(PlayedTelegram played) {
        return new Contestant(
                "telegrambots",
                List.of(
                        java(),
                        "-Xmx600m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EchoMain.class.getName(),
                        played.base(),
                        PlayedTelegram.TOKEN));
    }

    /** Nothing where there is no node or no npm registry. */
    static Optional<Contestant> grammy(PlayedTelegram played) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("echo.mjs"), GRAMMY);
            var install =
                    new ProcessBuilder("npm", "install", "--silent", "--no-save", "grammy@1")
                            .directory(FOLDER.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(new File("/dev/null"))
                            .start();
            return install.waitFor(2, TimeUnit.MINUTES) && install.exitValue() == 0
                    ? Optional.of(
                            new Contestant(
                                    "grammY",
                                    List.of(
                                            "node",
                                            "echo.mjs",
                                            played.base(),
                                            PlayedTelegram.TOKEN)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String java() {
        return tool("java");
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** What its heap holds after a full collection, in megabytes. */
    long live() {
        try {
            var jcmd =
                    new ProcessBuilder(tool("jcmd"), "" + process.pid(), "GC.class_histogram")
                            .start();
            return jcmd.inputReader()
                            .lines()
                            .filter(line -> line.startsWith("Total"))
                            .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                            .sum()
                    >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Memory of its own, in megabytes; 0 where the system does not tell. Pages of the database's
     * file, which the system keeps as long as it has room, are left out.
     */
    long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("RssAnon"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}

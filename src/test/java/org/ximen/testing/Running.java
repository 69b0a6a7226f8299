package org.ximen.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The packaged product as a process of its own, on one data folder and one port that it keeps over
 * restarts. What it writes is appended to {@code target/running/<name>.log}. It is started from its
 * unpacked form, which is quicker; {@link #startJar} starts the jar itself.
 */
public final class Running implements AutoCloseable {
    /** Password of the account {@code admin}. */
    public static final String PASSWORD = "correct horse battery";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String PORT = "--server.port=";
    // Below those that the system hands out, so that a port stays free while its owner is away;
    // a thousand for each fork of the test run.
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(20_000 + 1000 * Integer.getInteger("ximen.fork", 0));
    private static final Path JAR = Path.of(System.getProperty("ximen.jar", "target/ximen.jar"));
    private static final String EMBEDDING = "--ximen.embedding=";
    private static final String KNOWLEDGE = "--ximen.knowledge=";

    /** An option. */
    static final String WITHOUT_MODEL = EMBEDDING + "false";

    /** An option: a few articles. */
    static final String LITTLE_KNOWLEDGE = KNOWLEDGE + Path.of("knowledge", "notices");

    /** An option: with all of the sample knowledge, not only the few articles of the others. */
    public static final String WHOLE_SAMPLE = KNOWLEDGE + "knowledge";

    private final List<String> program;
    private final String name;
    private final Path home;
    private final int port;
    private final List<String> options;
    private volatile Process process;
    private Duration opening = Duration.ZERO;

    private Running(List<String> program, String name, Path home, List<String> options) {
        this.program = program;
        this.name = name;
        this.home = home;
        this.options = options.stream().filter(option -> !option.startsWith(PORT)).toList();
        this.port = port(options);
        emptyLog();
        this.process = spawn(port, log());
        // A test run that is broken off leaves no process behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        awaitHealth(System.nanoTime());
    }

    /** Starts it and waits until it is healthy. Options are {@code --key=value}. */
    public static Running start(String name, Path home, String... options) {
        return new Running(UnpackedProduct.program(JAR), name, home, List.of(options));
    }

    /** The same with the jar as it is carried. */
    public static Running startJar(String name, Path home, String... options) {
        return new Running(packed(), name, home, List.of(options));
    }

    /** A process on the same folder and another port that writes to a log of its own. */
    public Process another(Path log) {
        return spawn(freePort(), log);
    }

    /** The same after its process has ended. */
    public void again() {
        process = spawn(port, log());
        awaitHealth(System.nanoTime());
    }

    /** Ends it as a power cut does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Kills and starts again; returns the time until it was healthy again. */
    public Duration killAndReopen() {
        kill();
        again();
        System.out.println(name + ": open again after a kill in " + opening.toMillis() + " ms");
        return opening;
    }

    /** Ends it by SIGTERM; returns the time that took. */
    public Duration stop() {
        long from = System.nanoTime();
        process.destroy();
        if (!ended(process, PATIENCE)) {
            throw new AssertionError("still running after SIGTERM, see " + log());
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** The exit code of a process that ends by itself. */
    public int exitCode() {
        if (!ended(process, PATIENCE)) {
            throw new AssertionError("still running, see " + log());
        }
        return process.exitValue();
    }

    /** Whether a process ends within some time. */
    public static boolean ended(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The time from the command to the first healthy answer. */
    public Duration opening() {
        return opening;
    }

    /** Number of the process. */
    public long pid() {
        return process.pid();
    }

    /** The address of a path, which begins with a slash. */
    public URI at(String path) {
        return at(port, path);
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A new conversation. */
    public Chat chat() {
        return chat(UUID.randomUUID().toString());
    }

    /** A conversation by its secret id. */
    public Chat chat(String conversation) {
        return new Chat(this, conversation);
    }

    /** The staff API as one account sees it. */
    public Desk desk(String account) {
        return new Desk(this, account);
    }

    /** All that was written to the log so far, over all restarts. */
    public String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private Path log() {
        return Path.of("target", "running", name + ".log");
    }

    private void emptyLog() {
        try {
            Files.createDirectories(log().getParent());
            Files.deleteIfExists(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitHealth(long from) {
        var started = process;
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !started.isAlive() || isHealthy());
        if (!started.isAlive()) {
            throw new AssertionError("did not start, see " + log());
        }
        opening = Duration.ofNanos(System.nanoTime() - from);
    }

    private boolean isHealthy() {
        return isHealthy(port);
    }

    /** Whether the product of a port is. */
    static boolean isHealthy(int port) {
        try {
            return Http.get(at(port, "/actuator/health")).status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private Process spawn(int port, Path log) {
        List<String> command = new ArrayList<>();
        command.add("--ximen.home=" + home);
        command.add(PORT + port);
        command.add("--ximen.staff.admin-password=" + PASSWORD);
        if (options.stream().noneMatch(option -> option.startsWith(EMBEDDING))) {
            command.add(WITHOUT_MODEL);
        }
        if (options.stream().noneMatch(option -> option.startsWith(KNOWLEDGE))) {
            command.add(LITTLE_KNOWLEDGE);
        }
        if (options.stream().noneMatch(option -> option.startsWith("--ximen.watchdog="))) {
            command.add("--ximen.watchdog=0s");
        }
        command.add("--ximen.chat.per-address=100000");
        command.add("--ximen.chat.per-conversation=1000");
        command.addAll(options);
        return java(log, program, command);
    }

    /** Runs the jar with any arguments; what it writes is appended to a file. */
    public static Process jar(Path log, List<String> arguments) {
        return java(log, packed(), arguments);
    }

    private static List<String> packed() {
        return List.of("-jar", JAR.toString());
    }

    /** Runs this Java; what it writes is appended to a file. */
    static Process java(Path log, List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Short lives on a shared machine: start fast rather than run fast.
        command.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(program);
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith(PORT))
                .map(option -> Integer.parseInt(option.substring(PORT.length())))
                .findFirst()
                .orElseGet(Running::freePort);
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        int port = NEXT_PORT.getAndIncrement();
        while (!isFree(port)) {
            port = NEXT_PORT.getAndIncrement();
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}

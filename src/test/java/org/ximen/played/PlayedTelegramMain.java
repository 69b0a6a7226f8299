package org.ximen.played;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Lets a developer chat with the bot from a terminal, without Telegram. A line is what a person
 * says; {@code :as 名字}, {@code :press 标签}, {@code :photo file}, {@code :location 31.2 121.4},
 * {@code :block} and {@code :unblock} do what they say.
 */
public final class PlayedTelegramMain {
    private static final int PORT = 8090;

    private final PlayedTelegram telegram;
    private final PrintStream out;
    private PlayedUser user;
    private long shown;

    private PlayedTelegramMain(PlayedTelegram telegram, PrintStream out) {
        this.telegram = telegram;
        this.out = out;
        this.user = telegram.user("王阿姨");
    }

    /**
     * @param args a port, 8090 if absent
     */
    public static void main(String[] args) throws IOException {
        int port = args.length == 0 ? PORT : Integer.parseInt(args[0]);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var telegram = PlayedTelegram.start(InstantSource.system(), port)) {
            out.println(
                    "java -jar target/ximen.jar --ximen.telegram.api="
                            + telegram.base()
                            + " --ximen.telegram.token="
                            + PlayedTelegram.TOKEN);
            new PlayedTelegramMain(telegram, out).run();
        }
    }

    private void run() throws IOException {
        Thread.ofVirtual().start(this::show);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            try {
                act(line.strip());
            } catch (RuntimeException | IOException | AssertionError e) {
                out.println("! " + e.getMessage());
            }
        }
    }

    private void act(String line) throws IOException {
        var words = line.split("\\s+", 2);
        var rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "" -> {}
            case ":as" -> user = telegram.user(rest);
            case ":press" -> user.press(rest);
            case ":photo" -> user.photo(Files.readAllBytes(Path.of(rest)), null);
            case ":location" -> {
                var numbers = rest.split("[ ,]+");
                user.location(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
            }
            case ":block" -> user.block();
            case ":unblock" -> user.unblock();
            default -> user.say(line);
        }
    }

    private void show() {
        try {
            while (true) {
                for (var message : user.inbox()) {
                    if (message.turn() > shown) {
                        shown = message.turn();
                        out.println("答: " + message.text());
                        message.keyboard()
                                .forEach(row ->
                                        out.println(
                                                "    " + row.stream().map(Button::label).toList()));
                        if (!user.keys().isEmpty()) {
                            out.println("    键 " + user.keys());
                        }
                    }
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

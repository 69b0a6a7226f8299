package org.ximen.played;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Lets a developer chat with the account from a terminal, without WeChat. A line is what a person
 * says; {@code :as 名字}, {@code :tap 标签}, {@code :menu /status}, {@code :photo file}, {@code :place
 * 31.2 121.4}, {@code :follow}, {@code :unfollow} do what they say.
 */
public final class PlayedWechatMain {
    private static final int PORT = 8091;
    private static final URI PRODUCT = URI.create("http://127.0.0.1:8080/wechat/callback");

    private final PlayedWechat wechat;
    private final PrintStream out;
    private volatile Follower person;
    private long shown;

    private PlayedWechatMain(PlayedWechat wechat, PrintStream out) {
        this.wechat = wechat;
        this.out = out;
        this.person = wechat.person("王阿姨");
    }

    /**
     * @param args a port, 8091 if absent, and where callbacks go
     */
    public static void main(String[] args) throws IOException {
        int port = args.length == 0 ? PORT : Integer.parseInt(args[0]);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var wechat = PlayedWechat.start(InstantSource.system(), port).encrypted()) {
            wechat.bringTo(args.length > 1 ? URI.create(args[1]) : PRODUCT);
            out.println(
                    "java -jar target/ximen.jar --ximen.wechat.api="
                            + wechat.base()
                            + " --ximen.wechat.app-id="
                            + PlayedWechat.APP_ID
                            + " --ximen.wechat.secret="
                            + PlayedWechat.SECRET
                            + " --ximen.wechat.token="
                            + PlayedWechat.TOKEN
                            + " --ximen.wechat.aes-key="
                            + PlayedWechat.AES_KEY);
            new PlayedWechatMain(wechat, out).run();
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
            case ":as" -> person = wechat.person(rest);
            case ":tap" -> person.tap(rest);
            case ":menu" -> person.tapMenu(rest);
            case ":photo" -> person.photo(Files.readAllBytes(Path.of(rest)));
            case ":place" -> {
                var numbers = rest.split("[ ,]+");
                person.place(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
            }
            case ":follow" -> person.follow(rest.isEmpty() ? null : rest);
            case ":unfollow" -> person.unfollow();
            default -> person.say(line);
        }
    }

    private void show() {
        try {
            while (true) {
                for (var heard : person.inbox()) {
                    if (heard.turn() > shown) {
                        shown = heard.turn();
                        out.println("答: " + heard.shown());
                    }
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

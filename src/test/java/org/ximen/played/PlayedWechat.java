package org.ximen.played;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A server that plays WeChat on a port of this machine: tokens, messages, reply windows, media,
 * menu and page codes, with their errors and, when told, other faults; and people who follow the
 * one account it knows, whose messages are brought in plain or encrypted form.
 */
public final class PlayedWechat implements AutoCloseable {
    /** The account. */
    public static final String APP_ID = "wx0123456789abcdef";

    /** Its secret. */
    public static final String SECRET = "0123456789abcdef0123456789abcdef";

    /** The word that signs callbacks. */
    public static final String TOKEN = "ximenPlayed";

    /** The key of encrypted mode. */
    public static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private static final int TEXT_BYTES = 2048;
    private static final int TOKEN_SECONDS = 7200;
    private static final AtomicLong TURNS = new AtomicLong();

    private final InstantSource clock;
    private final Door door;
    private final Faults faults = new Faults();
    private final Map<String, Follower> people = new LinkedHashMap<>();
    private final Map<String, Follower> byOpenid = new ConcurrentHashMap<>();
    private final Map<String, byte[]> media = new ConcurrentHashMap<>();
    private final Map<String, Instant> uploads = new ConcurrentHashMap<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final List<JsonNode> reminders = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong messages = new AtomicLong(23_000_000_000_000_000L);
    private final AtomicLong nonces = new AtomicLong(100);
    private volatile Allowance limits =
            new Allowance(5, Duration.ofHours(48), 3, Duration.ofMinutes(1), TEXT_BYTES);
    private volatile boolean encrypted;
    private volatile Callee callee = (query, body) -> new Answered(0, "nobody listens");
    private @Nullable Brought last;
    private int tokens;
    private Instant tokenUntil = Instant.MIN;
    private volatile @Nullable JsonNode menu;

    /** Whom callbacks are brought to. */
    public interface Callee {
        /** Brings one; a query without {@code ?}. */
        Answered call(String query, String body);
    }

    /** How a callback was answered. */
    public record Answered(int status, String body) {}

    /** A callback as it was brought. */
    public record Brought(String query, String body, String xml) {}

    /** What WeChat allows. */
    public record Allowance(
            int messages, Duration window, int tapMessages, Duration tapWindow, int textBytes) {}

    private PlayedWechat(InstantSource clock, int port) {
        this.clock = clock;
        this.door = new Door(port, this::serve);
    }

    /** Starts on a free port. */
    public static PlayedWechat start(InstantSource clock) {
        return new PlayedWechat(clock, 0);
    }

    /** Starts on a port. */
    public static PlayedWechat start(InstantSource clock, int port) {
        return new PlayedWechat(clock, port);
    }

    /** The base address for {@code ximen.wechat.api}. */
    public String base() {
        return "http://127.0.0.1:" + door.port();
    }

    /** Callbacks are locked with {@link #AES_KEY} (安全模式). */
    public PlayedWechat encrypted() {
        encrypted = true;
        return this;
    }

    /** Lets so much through. */
    public void limits(Allowance allowed) {
        limits = allowed;
    }

    Allowance limits() {
        return limits;
    }

    /** Where callbacks go. */
    public void bringTo(Callee to) {
        callee = to;
    }

    /** Brings callbacks by HTTP, up to three times where no 200 comes within 5 s. */
    public void bringTo(URI address) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        callee =
                (query, body) -> {
                    var request =
                            HttpRequest.newBuilder(URI.create(address + "?" + query))
                                    .timeout(Duration.ofSeconds(5))
                                    .header("Content-Type", "text/xml")
                                    .POST(BodyPublishers.ofString(body))
                                    .build();
                    for (int left = 3; left > 0; left--) {
                        try {
                            var answer = http.send(request, BodyHandlers.ofString());
                            if (answer.statusCode() == 200) {
                                return new Answered(200, answer.body());
                            }
                        } catch (IOException e) {
                            // brought again
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            break;
                        }
                    }
                    return new Answered(0, "");
                };
    }

    /** A person, made when first asked for. */
    public synchronized Follower person(String name) {
        return people.computeIfAbsent(name, this::made);
    }

    private Follower made(String name) {
        var person = new Follower(this, String.format("oPlayed%021d", people.size() + 1));
        byOpenid.put(person.openid(), person);
        return person;
    }

    private @Nullable Follower find(String openid) {
        return byOpenid.get(openid);
    }

    /** What goes wrong, by the path after {@code /cgi-bin/}. */
    public Faults faults() {
        return faults;
    }

    /** How many calls of a path there were. */
    public int count(String path) {
        return counts.getOrDefault(path, new AtomicInteger()).get();
    }

    /** Template messages that were sent. */
    public List<JsonNode> reminders() {
        synchronized (reminders) {
            return List.copyOf(reminders);
        }
    }

    /** The menu that was set. */
    public @Nullable JsonNode menu() {
        return menu;
    }

    /** The token that is valid now is valid no more. */
    public synchronized void revokeToken() {
        tokenUntil = Instant.MIN;
    }

    /** A code that a person's page brings. */
    public String code(Follower person) {
        var code = "code" + nonces.incrementAndGet();
        codes.put(code, person.openid());
        return code;
    }

    /** The callback that was brought last. */
    public synchronized Brought last() {
        var known = last;
        if (known == null) {
            throw new AssertionError("nothing was brought yet");
        }
        return known;
    }

    /** Brings the last one again, as it was. */
    public Answered repeat() {
        var again = last();
        return callee.call(again.query(), again.body());
    }

    /** Brings the last message again under a signature of its own. */
    public Answered repeatSignedAnew() {
        var xml = last().xml();
        var again = locked(xml);
        return callee.call(again.query(), again.body());
    }

    Instant now() {
        return clock.instant();
    }

    long nextMessage() {
        return messages.incrementAndGet();
    }

    String keepMedia(byte[] bytes) {
        var id = "media" + nonces.incrementAndGet();
        media.put(id, bytes);
        return id;
    }

    int bring(String openid, String kind, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ToUserName", "gh_played");
        all.put("FromUserName", openid);
        all.put("CreateTime", Long.toString(now().getEpochSecond()));
        all.put("MsgType", kind);
        all.putAll(fields);
        return bring(xml(all));
    }

    /** Brings any words. */
    public int bring(String xml) {
        var brought = locked(xml);
        synchronized (this) {
            last = brought;
        }
        return callee.call(brought.query(), brought.body()).status();
    }

    private static String xml(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        "<"
                                + field.getKey()
                                + "><![CDATA["
                                + field.getValue().replace("]]>", "]]]]><![CDATA[>")
                                + "]]></"
                                + field.getKey()
                                + ">")
                .collect(Collectors.joining("\n", "<xml>", "</xml>"));
    }

    private Brought locked(String xml) {
        var timestamp = Long.toString(now().getEpochSecond());
        var nonce = Long.toString(nonces.incrementAndGet());
        var query = query(TOKEN, timestamp, nonce);
        if (!encrypted) {
            return new Brought(query, xml, xml);
        }
        var locked = new WxCryptUtil(TOKEN, AES_KEY, APP_ID).encrypt("abcdefghijklmnop", xml);
        var body =
                "<xml><ToUserName><![CDATA[gh_played]]></ToUserName><Encrypt><![CDATA["
                        + locked
                        + "]]></Encrypt></xml>";
        var signature = SHA1.gen(TOKEN, timestamp, nonce, locked);
        return new Brought(query + "&encrypt_type=aes&msg_signature=" + signature, body, xml);
    }

    /** A signed query. */
    public static String query(String token, String timestamp, String nonce) {
        return "signature="
                + SHA1.gen(token, timestamp, nonce)
                + "&timestamp="
                + timestamp
                + "&nonce="
                + nonce;
    }

    private void serve(Exchange exchange) throws IOException, InterruptedException {
        var path = exchange.path.replaceFirst("\\?.*", "").replaceFirst("^/cgi-bin/", "");
        counts.computeIfAbsent(path, same -> new AtomicInteger()).incrementAndGet();
        var arguments = Arguments.of(exchange);
        var fault = faults.next(path, arguments);
        if (fault instanceof Faults.Fault.Answer(var status, var type, var body)) {
            exchange.answer(status, type, Faults.bytes(body));
            return;
        }
        if (fault instanceof Faults.Fault.Reset(var after) && !after) {
            exchange.reset();
            return;
        }
        Thread.sleep(faults.delay());
        answer(exchange, path, arguments, fault);
    }

    private void answer(
            Exchange exchange, String path, Arguments arguments, Faults.@Nullable Fault fault)
            throws IOException {
        var file = path.equals("media/get") && isValid(arguments.text("access_token"));
        var bytes = file ? media.get(arguments.text("media_id")) : null;
        var answer = bytes == null ? Faults.bytes(said(path, arguments).toString()) : bytes;
        if (fault instanceof Faults.Fault.Reset) {
            exchange.reset();
        } else if (fault instanceof Faults.Fault.Truncated) {
            exchange.truncate(answer, answer.length / 2);
        } else {
            exchange.answer(200, bytes == null ? "application/json" : "image/jpeg", answer);
        }
    }

    private JsonNode said(String path, Arguments arguments) {
        return switch (path) {
            case "stable_token" -> token(arguments);
            case "/sns/oauth2/access_token" -> person(arguments);
            default ->
                    isValid(arguments.text("access_token"))
                            ? withToken(path, arguments)
                            : code(arguments.text("access_token").isEmpty() ? 41_001 : 40_001);
        };
    }

    private JsonNode withToken(String path, Arguments arguments) {
        return switch (path) {
            case "message/custom/send" -> code(message(arguments.fields()));
            case "message/custom/typing" -> code(0);
            case "message/template/send", "message/subscribe/bizsend" ->
                    code(reminder(arguments.fields()));
            case "menu/create" -> {
                menu = arguments.fields();
                yield code(0);
            }
            case "qrcode/create" -> scene(arguments.fields());
            case "media/upload" -> uploaded(arguments);
            case "media/get" -> code(40_007);
            default -> code(40_066);
        };
    }

    /** Kept for three days. */
    private JsonNode uploaded(Arguments arguments) {
        var file = arguments.files().get("media");
        if (file == null || !arguments.fields().path("type").asString("").equals("image")) {
            return code(file == null ? 41_005 : 40_004);
        }
        var id = keepMedia(file);
        uploads.put(id, now().plus(Duration.ofDays(3)));
        return Arguments.JSON
                .createObjectNode()
                .put("type", "image")
                .put("media_id", id)
                .put("created_at", now().getEpochSecond());
    }

    /** The pictures that were uploaded are forgotten. */
    public void forgetUploads() {
        uploads.clear();
    }

    private static JsonNode scene(JsonNode wanted) {
        var scene = wanted.at("/action_info/scene/scene_str").asString("");
        return scene.isEmpty()
                ? code(40_053)
                : Arguments.JSON
                        .createObjectNode()
                        .put("ticket", "ticket-" + scene)
                        .put("url", "http://weixin.qq.com/q/" + scene);
    }

    private synchronized JsonNode token(Arguments arguments) {
        if (!arguments.text("appid").equals(APP_ID)) {
            return code(40_013);
        }
        if (!arguments.text("secret").equals(SECRET)) {
            return code(40_125);
        }
        if (!now().isBefore(tokenUntil)) {
            tokens++;
            tokenUntil = now().plusSeconds(TOKEN_SECONDS);
        }
        return Arguments.JSON
                .createObjectNode()
                .put("access_token", "token-" + tokens)
                .put("expires_in", Duration.between(now(), tokenUntil).toSeconds());
    }

    private synchronized boolean isValid(String token) {
        return token.equals("token-" + tokens) && now().isBefore(tokenUntil);
    }

    private JsonNode person(Arguments arguments) {
        var openid = codes.remove(arguments.text("code"));
        return openid == null
                ? code(40_029)
                : Arguments.JSON
                        .createObjectNode()
                        .put("access_token", "page")
                        .put("openid", openid)
                        .put("scope", "snsapi_base");
    }

    private static JsonNode code(int code) {
        return Arguments.JSON
                .createObjectNode()
                .put("errcode", code)
                .put("errmsg", code == 0 ? "ok" : "played " + code);
    }

    private int message(JsonNode message) {
        var to = find(message.path("touser").asString(""));
        if (to == null) {
            return 40_003;
        }
        var kind = message.path("msgtype").asString("");
        if (kind.equals("image")) {
            var id = message.path("image").path("media_id").asString("");
            return now().isBefore(uploads.getOrDefault(id, Instant.MIN))
                    ? to.take(new Heard(TURNS.incrementAndGet(), kind, "", List.of()))
                    : 40_007;
        }
        var content =
                kind.equals("msgmenu")
                        ? message.path("msgmenu").path("head_content").asString("")
                        : message.path("text").path("content").asString("");
        var lines = new ArrayList<Heard.Line>();
        message.path("msgmenu")
                .path("list")
                .forEach(line ->
                        lines.add(
                                new Heard.Line(
                                        line.path("id").asString(""),
                                        line.path("content").asString(""))));
        if (content.isEmpty()) {
            return 44_004;
        }
        return content.getBytes(StandardCharsets.UTF_8).length > limits.textBytes()
                ? 45_002
                : to.take(new Heard(TURNS.incrementAndGet(), kind, content, lines));
    }

    private int reminder(JsonNode message) {
        var to = find(message.path("touser").asString(""));
        if (to == null) {
            return 40_003;
        }
        reminders.add(message);
        var words = new HashMap<String, String>();
        message.path("data")
                .properties()
                .forEach(field ->
                        words.put(field.getKey(), field.getValue().path("value").asString("")));
        return to.remind(
                new Heard(
                        TURNS.incrementAndGet(),
                        "template",
                        String.join(" ", words.values()),
                        List.of()));
    }

    /** Cannot be reached until {@link #comeBack}. */
    public void goDown() {
        door.shut();
    }

    /** Can be reached again on the same port. */
    public void comeBack() {
        door.reopen();
    }

    @Override
    public void close() {
        door.close();
    }
}

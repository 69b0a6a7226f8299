package org.ximen.played;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server that plays Telegram on a port of this machine: the Bot API with its limits, its texts
 * and, when told, its faults; and people who chat with the one bot it knows.
 */
public final class PlayedTelegram implements AutoCloseable {
    /** The one token it accepts. */
    public static final String TOKEN = "123456789:TEST_token-of-the-played-Telegram00";

    static final String BOT = "ximen_test_bot";
    static final long BOT_ID = 123456789L;

    final InstantSource clock;
    final Queue queue;
    final Cabinet cabinet;
    final Hook hook;
    private final Methods methods;
    private final Door door;
    private final Faults faults = new Faults();
    private final Limits limits = new Limits();
    private final Map<Long, Room> rooms = new ConcurrentHashMap<>();
    private final Map<String, PlayedUser> users = new LinkedHashMap<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Call> duringWait = new CopyOnWriteArrayList<>();
    private volatile boolean keeps = true;
    private volatile boolean revoked;

    private PlayedTelegram(InstantSource clock, int port) {
        this.clock = clock;
        this.queue = new Queue(clock);
        this.cabinet = new Cabinet(clock);
        this.hook = new Hook(queue);
        this.methods = new Methods(this);
        this.door = new Door(port, this::serve);
    }

    /** Starts on a free port. */
    public static PlayedTelegram start(InstantSource clock) {
        return new PlayedTelegram(clock, 0);
    }

    /** Starts on a port. */
    public static PlayedTelegram start(InstantSource clock, int port) {
        return new PlayedTelegram(clock, port);
    }

    /** The base address for {@code ximen.telegram.api}. */
    public String base() {
        return "http://127.0.0.1:" + door.port();
    }

    /** The bot's name. */
    public String username() {
        return BOT;
    }

    /** A person, made when first asked for. */
    public synchronized PlayedUser user(String name) {
        return user(name, "zh-hans");
    }

    /** A person whose phone speaks a language. */
    public synchronized PlayedUser user(String name, String language) {
        return users.computeIfAbsent(
                name, same -> new PlayedUser(this, 1001 + users.size(), name, language));
    }

    /** A supergroup that the bot is in. */
    public synchronized PlayedGroup group(String title) {
        return new PlayedGroup(this, -1_001_000_000_000L - rooms.size(), title);
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** How much the bot may send. */
    public Limits limits() {
        return limits;
    }

    /** All calls so far but getUpdates. */
    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** The calls of one method so far. */
    public List<Call> calls(String method) {
        return calls().stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
    }

    /** How many calls of a method there were, kept or not. */
    public long count(String method) {
        return counts.getOrDefault(method.toLowerCase(Locale.ROOT), new AtomicLong()).get();
    }

    /** Calls to a chat while it had been told to wait. */
    public List<Call> callsDuringWait() {
        return duringWait;
    }

    /** Whether calls and messages are kept; without, memory stays flat. */
    public void keep(boolean all) {
        keeps = all;
        rooms.values().forEach(room -> room.remember(all));
    }

    /** An update as it is; it gets a number if it has none. */
    public void pushRaw(String update) {
        push((ObjectNode) Arguments.JSON.readTree(update));
    }

    void push(ObjectNode update) {
        queue.push(update);
        hook.bring();
    }

    /** Knows no file any more. */
    public void forgetFiles() {
        cabinet.clear();
    }

    /** Brings the last update again, as if its confirmation had been lost. */
    public void repeat() {
        queue.repeat();
        hook.bring();
    }

    /** Counts updates anew, as after a quiet week. */
    public void resetUpdateIds(int lower) {
        queue.restartIds(lower);
    }

    /** Cannot be reached until {@link #comeBack}. */
    public void goDown() {
        door.shut();
    }

    /** Can be reached again on the same port. */
    public void comeBack() {
        door.reopen();
    }

    /** The token is not valid any more. */
    public void revokeToken(boolean now) {
        revoked = now;
    }

    /** Updates that the bot has not confirmed. */
    public int pendingUpdates() {
        return queue.size();
    }

    /** Whether the bot waits for updates at this moment. */
    public boolean pollIsOpen() {
        return queue.isPolled();
    }

    /** Lets an idle long poll end after so long in real time. */
    public void shortPolls(Duration real) {
        queue.cap(real);
    }

    /** Another process asks for updates once. */
    public void secondInstancePolls() {
        queue.conflict();
    }

    /** The menus, by {@code scope|language}. */
    public Map<String, JsonNode> commands() {
        return methods.menus();
    }

    /** How the last update that was brought was answered. */
    public int lastWebhookStatus() {
        return hook.lastStatus();
    }

    void expect(String callback) {
        methods.expect(callback);
    }

    Room room(long id, String type) {
        return rooms.computeIfAbsent(
                id,
                same -> {
                    var room = new Room(id, type, clock);
                    room.remember(keeps);
                    return room;
                });
    }

    Optional<Room> findRoom(long id) {
        return Optional.ofNullable(rooms.get(id));
    }

    ObjectNode bot() {
        return Arguments.JSON
                .createObjectNode()
                .put("id", BOT_ID)
                .put("is_bot", true)
                .put("first_name", "西门小助")
                .put("username", BOT);
    }

    private void serve(Exchange exchange) throws IOException, InterruptedException {
        var path = exchange.path.replaceFirst("\\?.*", "");
        if (path.startsWith("/file/bot")) {
            file(exchange, path);
            return;
        }
        var parts = path.replaceFirst("^(/bot[^/]+)/test/", "$1/").split("/");
        var method = parts.length == 3 ? parts[2].toLowerCase(Locale.ROOT) : "";
        var arguments = Arguments.of(exchange);
        counts.computeIfAbsent(method, name -> new AtomicLong()).incrementAndGet();
        var fault = faults.next(method, arguments);
        var delay = faults.delay();
        if (delay.isPositive() && !method.equals("getupdates")) {
            Thread.sleep(delay);
        }
        if (fault instanceof Faults.Fault.Answer(var status, var type, var body)) {
            note(method, arguments, status, Arguments.JSON.createObjectNode());
            exchange.answer(status, type, Faults.bytes(body));
        } else if (fault instanceof Faults.Fault.Reset(var after) && !after) {
            exchange.reset();
        } else if (fault instanceof Faults.Fault.Closed) {
            exchange.close();
        } else {
            boolean known = parts.length >= 2 && parts[1].equals("bot" + TOKEN) && !revoked;
            answer(exchange, method, arguments, known, fault);
        }
    }

    private void answer(
            Exchange exchange,
            String method,
            Arguments arguments,
            boolean known,
            Faults.@Nullable Fault fault)
            throws IOException, InterruptedException {
        int status = 200;
        JsonNode body;
        String[] headers = {};
        try {
            if (!known) {
                throw Refusal.unauthorized();
            }
            watch(method, arguments);
            var result = methods.call(method, arguments);
            body = Arguments.JSON.createObjectNode().put("ok", true).set("result", result);
        } catch (Refusal e) {
            status = e.code;
            body = e.body();
            headers =
                    e.retryAfter == null
                            ? headers
                            : new String[] {"Retry-After", e.retryAfter.toString()};
        }
        note(method, arguments, status, body);
        var bytes = Faults.bytes(body.toString());
        switch (fault) {
            case null -> exchange.answer(status, "application/json", bytes, headers);
            case Faults.Fault.Reset reset -> exchange.reset();
            case Faults.Fault.Truncated truncated -> exchange.truncate(bytes, bytes.length / 2);
            case Faults.Fault.Hanging(var time) -> {
                Thread.sleep(time);
                exchange.answer(status, "application/json", bytes, headers);
            }
            default -> exchange.close();
        }
    }

    private void watch(String method, Arguments arguments) {
        long chat = arguments.number("chat_id", 0);
        if (chat != 0 && limits.isWaiting(chat, now())) {
            duringWait.add(
                    new Call(method, arguments.fields(), now(), 0, Arguments.JSON.nullNode()));
        }
    }

    private void note(String method, Arguments arguments, int status, JsonNode body) {
        if (keeps && !method.equals("getupdates")) {
            calls.add(new Call(method, arguments.fields(), now(), status, body));
        }
    }

    private void file(Exchange exchange, String path) throws IOException {
        var prefix = "/file/bot" + TOKEN + "/";
        var fault = faults.next("file", new Arguments(Arguments.JSON.createObjectNode(), Map.of()));
        counts.computeIfAbsent("file", name -> new AtomicLong()).incrementAndGet();
        try {
            var bytes =
                    cabinet.read(path.startsWith(prefix) ? path.substring(prefix.length()) : "");
            switch (fault) {
                case null -> exchange.answer(200, "application/octet-stream", bytes);
                case Faults.Fault.Answer(var status, var type, var body) ->
                        exchange.answer(status, type, Faults.bytes(body));
                case Faults.Fault.Truncated truncated -> exchange.truncate(bytes, bytes.length / 2);
                default -> exchange.reset();
            }
        } catch (Refusal e) {
            exchange.answer(e.code, "application/json", Faults.bytes(e.body().toString()));
        }
    }

    Instant now() {
        return clock.instant();
    }

    void webhook(@Nullable URI url, @Nullable String secret, int connections) {
        hook.set(url == null ? null : new Hook.Target(url, secret, connections));
    }

    @Override
    public void close() {
        hook.close();
        door.close();
    }
}

package org.ximen.played;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of this machine that plays OpenAI's API for chat, with all its faults. */
public final class PlayedModel implements AutoCloseable {
    /** The key that it wants. */
    public static final String KEY = "sk-played-4711";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PIECE = 7;

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private volatile Function<JsonNode, String> words = material -> "{}";
    private volatile Fault fault = Fault.NONE;

    /** What is wrong with the server. */
    public enum Fault {
        NONE,
        /** 429, whoever asks. */
        LIMITED,
        /** 500, with the key in its message. */
        BROKEN,
        /** Half of the answer, then the end. */
        CUT,
        /** No JSON at all. */
        GARBLED,
        /** A redirection to another address. */
        MOVED,
        /** Takes the question and says nothing until it is closed. */
        SILENT
    }

    public PlayedModel() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::serve);
        server.start();
    }

    /** Its base address. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** From now on it says this. */
    public void says(String content) {
        says(material -> content);
    }

    /** From now on it makes its words of the material that it is given. */
    public void says(Function<JsonNode, String> content) {
        words = content;
    }

    /** From now on this is wrong with it. */
    public void has(Fault trouble) {
        fault = trouble;
    }

    /** The bodies of all requests, oldest first. */
    public List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    /** The material of a request: what the user's message holds. */
    public static JsonNode material(JsonNode request) {
        return JSON.readTree(request.path("messages").path(1).path("content").asString());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = JSON.readTree(exchange.getRequestBody());
            asked.add(request);
            if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{\"error\":{\"message\":\"wrong key\"}}");
                return;
            }
            switch (fault) {
                case LIMITED -> send(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}");
                case BROKEN ->
                        send(exchange, 500, "{\"error\":{\"message\":\"broken for " + KEY + "\"}}");
                case MOVED -> {
                    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
                    send(exchange, 307, "");
                }
                case SILENT -> closing.await();
                case GARBLED -> send(exchange, 200, "<html>not found</html>");
                case NONE, CUT -> answer(exchange, request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, JsonNode request) throws IOException {
        var content = words.apply(material(request));
        if (request.path("stream").asBoolean(false)) {
            stream(exchange, content);
        } else if (fault == Fault.CUT) {
            var body = whole(content).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
        } else {
            send(exchange, 200, whole(content));
        }
    }

    private void stream(HttpExchange exchange, String content) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var out = exchange.getResponseBody();
        int end = fault == Fault.CUT ? content.length() / 2 : content.length();
        for (int i = 0; i < end; i += PIECE) {
            var piece = content.substring(i, Math.min(end, i + PIECE));
            event(out, chunk(Map.of("content", piece), null));
        }
        if (fault != Fault.CUT) {
            event(out, chunk(Map.of(), "stop"));
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String chunk(Map<String, String> delta, @Nullable String end) {
        var choice = new HashMap<String, Object>();
        choice.put("index", 0);
        choice.put("delta", delta);
        choice.put("finish_reason", end);
        return JSON.writeValueAsString(
                Map.of(
                        "id", "played-1",
                        "object", "chat.completion.chunk",
                        "created", 1,
                        "model", "played",
                        "choices", List.of(choice)));
    }

    private static String whole(String content) {
        var message = Map.of("role", "assistant", "content", content);
        return JSON.writeValueAsString(
                Map.of(
                        "id",
                        "played-1",
                        "object",
                        "chat.completion",
                        "created",
                        1,
                        "model",
                        "played",
                        "choices",
                        List.of(Map.of("index", 0, "message", message, "finish_reason", "stop")),
                        "usage",
                        Map.of(
                                "prompt_tokens", 100,
                                "completion_tokens", 20,
                                "total_tokens", 120)));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}

package org.ximen.sources;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A web site on an address of its own that plays what real servers do. */
final class Site implements AutoCloseable {
    /** Loopback, but not the address that stands for "inside" in these tests. */
    static final String ADDRESS = "127.0.0.2";

    /** What was asked. */
    record Asked(String path, @Nullable String etag, @Nullable String agent) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    Site() {
        this(ADDRESS, 0);
    }

    /**
     * @param port 0 for any
     */
    Site(String address, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Address of a page under a name that leads here. */
    String at(String path) {
        return "http://www.street.test:" + port() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        var headers = exchange.getRequestHeaders();
        asked.add(
                new Asked(path, headers.getFirst("If-None-Match"), headers.getFirst("User-Agent")));
        try (exchange) {
            pages.getOrDefault(path, status(404)).handle(exchange);
        }
    }

    /** What was asked since the last time, in order. */
    List<String> asked() {
        var paths = asked.stream().map(Asked::path).toList();
        asked.clear();
        return paths;
    }

    /** The last question for a page. */
    Asked asked(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).toList().getLast();
    }

    void on(String path, HttpHandler handler) {
        pages.put(path, handler);
    }

    void page(String path, String html) {
        on(path, sends(html, StandardCharsets.UTF_8, "text/html; charset=utf-8"));
    }

    /** A list page that links to these paths. */
    void list(String... paths) {
        var links = new StringBuilder("<html><body><ul class=\"list\">");
        for (var path : paths) {
            links.append("<li><a href=\"").append(path).append("\">关于某某事项的通知全文</a></li>");
        }
        page("/list.html", links + "</ul></body></html>");
    }

    /** An article as sites show it. */
    static String article(String title, String text) {
        return "<html><head><title>"
                + title
                + "_某某区</title></head><body><h1>"
                + title
                + "</h1><div class=\"content\"><p>"
                + text
                + "</p></div></body></html>";
    }

    static HttpHandler sends(String html, Charset charset, String type) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            send(exchange, 200, html.getBytes(charset));
        };
    }

    static HttpHandler status(int status, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, new byte[0]);
        };
    }

    static HttpHandler redirect(String to) {
        return status(302, "Location", to);
    }

    static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

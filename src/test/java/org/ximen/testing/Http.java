package org.ximen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a running product. A product that is not there throws UncheckedIOException. */
public final class Http {
    /** Reads and writes JSON. */
    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(30))
                    .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Http() {}

    /** What came back. */
    public record Answer(int status, String type, String body) {
        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** A GET of a page. */
    public static Answer get(URI address) {
        return send(to(address).GET());
    }

    /** A POST of any body. */
    public static Answer post(URI address, String type, byte[] body) {
        return send(
                to(address).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    /** A POST of JSON as a browser sends it for a page of some site. */
    public static Answer postFrom(URI address, String origin, byte[] json) {
        return send(
                to(address)
                        .header("Origin", origin)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json)));
    }

    static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    static Answer send(HttpRequest.Builder request) {
        var response = response(request, BodyHandlers.ofString());
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type, response.body());
    }

    static <T> HttpResponse<T> response(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

package org.ximen.sources;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** One request, one answer: follows nothing, knows no cookies, stops at every limit. */
final class Wire {
    private static final int BUFFER = 16 * 1024;

    private final OkHttpClient client;
    private final Limits limits;

    Wire(Network network, Limits limits) {
        this.limits = limits;
        this.client =
                new OkHttpClient.Builder()
                        .dns(network.names())
                        .socketFactory(network.sockets())
                        // A proxy would connect for us with whomever it likes.
                        .proxy(Proxy.NO_PROXY)
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .callTimeout(limits.time())
                        .connectTimeout(Duration.ZERO)
                        .readTimeout(Duration.ZERO)
                        .build();
    }

    /**
     * Asks.
     *
     * @throws TooLong if the page is larger than it may be
     * @throws IOException if the site cannot be reached or is too slow
     */
    Answer get(HttpUrl address, Headers headers) throws IOException {
        var request = new Request.Builder().url(address).headers(headers).build();
        try (var response = client.newCall(request).execute()) {
            var ending = Ending.of(address, response.header("Content-Type"));
            var answer =
                    new Answer(
                            address,
                            response.code(),
                            response.headers(),
                            Files.createTempFile("ximen-page", ending));
            if (response.isSuccessful()) {
                save(response, answer);
            }
            return answer;
        }
    }

    private void save(Response response, Answer answer) throws IOException {
        try {
            save(response, answer.file());
        } catch (IOException | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    private void save(Response response, Path file) throws IOException {
        var body = response.body();
        if (body == null) {
            return;
        }
        try (InputStream in = body.byteStream();
                var out = Files.newOutputStream(file)) {
            var buffer = new byte[BUFFER];
            long all = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all += read;
                if (all > limits.bytes()) {
                    throw new TooLong(limits.bytes());
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** A page without end, or one that unpacks to more than it may. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong(long most) {
            super("more than " + most + " bytes");
        }
    }
}

package org.ximen.played;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request on a connection and the ways to answer it, bad ones too. */
final class Exchange {
    private final Socket socket;
    final String method;
    final String path;
    final Map<String, String> headers;
    final byte[] body;

    private Exchange(
            Socket socket, String method, String path, Map<String, String> headers, byte[] body) {
        this.socket = socket;
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    /** The next request; null at the end of the connection. */
    static @Nullable Exchange read(Socket socket, InputStream in) throws IOException {
        var first = line(in);
        if (first == null || first.isEmpty()) {
            return null;
        }
        var words = first.split(" ");
        Map<String, String> headers = new HashMap<>();
        for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body =
                "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
                        ? chunks(in)
                        : in.readNBytes(
                                Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Exchange(socket, words[0], words[1], headers, body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            all.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return all.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(String.valueOf(line(in)).split(";")[0].strip(), 16);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return text.isEmpty() ? null : text.toString();
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    void answer(int status, String type, byte[] body, String... headers) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Played\r\n");
        head.append("Content-Type: ").append(type).append("\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        head.append("\r\n");
        var all = new byte[head.length() + body.length];
        System.arraycopy(
                head.toString().getBytes(StandardCharsets.ISO_8859_1), 0, all, 0, head.length());
        System.arraycopy(body, 0, all, head.length(), body.length);
        OutputStream out = socket.getOutputStream();
        out.write(all);
        out.flush();
    }

    /** Promises the whole and sends a part. */
    void truncate(byte[] body, int sent) throws IOException {
        var head =
                "HTTP/1.1 200 Played\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body, 0, sent);
        socket.getOutputStream().flush();
        socket.close();
    }

    /** Ends the connection with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends the connection without a word. */
    void close() throws IOException {
        socket.close();
    }
}

package org.ximen.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.ximen.played.PlayedTelegram;
import org.ximen.testing.Bot;

/** Methods and files go through the proxy and below the base address, and nowhere else. */
class ProxyTest {
    private final PlayedTelegram played = PlayedTelegram.start(InstantSource.system());

    @AfterEach
    void close() {
        played.close();
    }

    private TelegramSettings through(String proxy) {
        var plain = Bot.settings(played);
        return new TelegramSettings(
                plain.token(),
                plain.api(),
                plain.mode(),
                null,
                null,
                URI.create(proxy),
                plain.pollSeconds(),
                plain.limits());
    }

    private void assertTalksThrough(TelegramSettings settings) throws Exception {
        try (var api = new BotApi(settings, PlayedTelegram.TOKEN)) {
            assertThat(api.call(new GetMe()).getUserName()).isEqualTo("ximen_test_bot");
            played.user("图").photo(new byte[] {1, 2, 3}, null);
            var update = Updates.read(api.updates(0).getFirst());
            var id = update.getMessage().getPhoto().getLast().getFileId();
            var path = api.call(new GetFile(id)).getFilePath();
            assertThat(api.file(path, 10)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void goesThroughAnHttpProxyThatAsksForALogin() throws Exception {
        try (var proxy = new Relay(Relay::http)) {
            assertTalksThrough(through("http://user:geheim@127.0.0.1:" + proxy.port()));
            assertThat(proxy.used.get()).isPositive();
            assertThatThrownBy(() ->
                            assertTalksThrough(
                                    through("http://user:falsch@127.0.0.1:" + proxy.port())))
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void goesThroughASocksProxyThatAsksForALogin() throws Exception {
        try (var proxy = new Relay(Relay::socks)) {
            assertTalksThrough(through("socks5://user:geheim@127.0.0.1:" + proxy.port()));
            assertThat(proxy.used.get()).isPositive();
        }
    }

    @Test
    void aProxyWithoutAPortIsRefusedInWords() {
        assertThatThrownBy(() -> through("http://proxy.example"))
                .hasMessageContaining("ximen.telegram.proxy 要写全");
    }

    @Test
    void goesBelowABaseAddressThatHasAPath() throws Exception {
        try (var proxy = new Relay(Relay::below)) {
            var plain = Bot.settings(played);
            var below =
                    new TelegramSettings(
                            plain.token(),
                            URI.create("http://127.0.0.1:" + proxy.port() + "/tg/"),
                            plain.mode(),
                            null,
                            null,
                            null,
                            plain.pollSeconds(),
                            plain.limits());
            assertTalksThrough(below);
        }
    }

    /** Passes connections on to the played Telegram. */
    private final class Relay implements AutoCloseable {
        private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");
        private static final String LOGIN =
                Base64.getEncoder().encodeToString("user:geheim".getBytes(StandardCharsets.UTF_8));

        final AtomicInteger used = new AtomicInteger();
        private final ServerSocket server = listen();

        private interface Way {
            boolean greet(Relay relay, Socket client, Socket target) throws IOException;
        }

        Relay(Way way) {
            Thread.ofVirtual().start(() -> accept(way));
        }

        private static ServerSocket listen() {
            try {
                return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int port() {
            return server.getLocalPort();
        }

        private void accept(Way way) {
            while (!server.isClosed()) {
                try {
                    var client = server.accept();
                    Thread.ofVirtual().start(() -> serve(way, client));
                } catch (IOException e) {
                    // closed
                }
            }
        }

        private void serve(Way way, Socket client) {
            try (client;
                    var target = new Socket("127.0.0.1", URI.create(played.base()).getPort())) {
                var back = Thread.ofVirtual().unstarted(() -> pump(target, client));
                for (boolean first = true; way.greet(this, client, target); first = false) {
                    used.incrementAndGet();
                    if (first) {
                        back.start();
                    }
                }
            } catch (IOException e) {
                // the talk is over
            }
        }

        private static void pump(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
                to.shutdownOutput();
            } catch (IOException e) {
                // the talk is over
            }
        }

        private static String head(InputStream in) throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int c = in.read();
                if (c < 0) {
                    throw new IOException("no request");
                }
                head.append((char) c);
            }
            return head.toString();
        }

        /** One request a connection; the first words are the whole address. */
        private boolean http(Socket client, Socket target) throws IOException {
            var head = head(client.getInputStream());
            if (!head.contains("Proxy-Authorization: Basic " + LOGIN)) {
                client.getOutputStream()
                        .write(
                                ("HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                                                + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                        .getBytes(StandardCharsets.UTF_8));
                return false;
            }
            pass(head.replaceFirst(" http://[^/]+", " "), client, target);
            return true;
        }

        /** RFC 1928 and 1929. */
        private boolean socks(Socket client, Socket target) throws IOException {
            var in = new DataInputStream(client.getInputStream());
            var out = client.getOutputStream();
            in.readByte();
            in.readNBytes(in.readUnsignedByte());
            out.write(new byte[] {5, 2});
            in.readByte();
            var user = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
            var word = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
            boolean right = (user + ":" + word).equals("user:geheim");
            out.write(new byte[] {1, (byte) (right ? 0 : 1)});
            if (!right) {
                return false;
            }
            in.readNBytes(3);
            int kind = in.readByte();
            in.readNBytes((kind == 1 ? 4 : kind == 4 ? 16 : in.readUnsignedByte()) + 2);
            out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            used.incrementAndGet();
            Thread.ofVirtual().start(() -> pump(target, client));
            pump(client, target);
            return false;
        }

        private boolean below(Socket client, Socket target) throws IOException {
            var head = head(client.getInputStream());
            if (!head.contains(" /tg/")) {
                return false;
            }
            pass(head.replaceFirst(" /tg/", " /"), client, target);
            return true;
        }

        private static void pass(String head, Socket client, Socket target) throws IOException {
            OutputStream out = target.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            var length = LENGTH.matcher(head);
            if (length.find()) {
                out.write(client.getInputStream().readNBytes(Integer.parseInt(length.group(1))));
            }
            out.flush();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}

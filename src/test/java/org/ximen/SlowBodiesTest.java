package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that sees no end of a body in time, on a real socket. */
@Timeout(60)
class SlowBodiesTest {
    private static final int ENDLESS = 30_000_000;
    private final Tomcat tomcat = new Tomcat();

    @TempDir Path folder;

    private void start(Duration grace) throws Exception {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        tomcat.getEngine().getPipeline().addValve(new SlowBodies(grace, 1_000_000));
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "read", new Reading());
        context.addServletMappingDecoded("/read", "read");
        Tomcat.addServlet(context, "refuse", new Refusing());
        context.addServletMappingDecoded("/refuse", "refuse");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void endsABodyThatComesByDrops() throws Exception {
        start(Duration.ofMillis(300));
        assertThat(untilTheEnd("/read")).contains(" 408");
    }

    @Test
    void endsABodyThatNobodyWantedToRead() throws Exception {
        start(Duration.ofMillis(300));
        assertThat(untilTheEnd("/refuse")).contains(" 429");
    }

    @Test
    void readsABodyThatComesInTimeAndKeepsTheConnection() throws Exception {
        start(Duration.ofMinutes(1));
        try (var socket = socket()) {
            for (var path : new String[] {"/read", "/refuse", "/read"}) {
                say(socket, head(path, 100_000));
                socket.getOutputStream().write(new byte[100_000]);
                assertThat(line(socket)).contains(path.equals("/read") ? " 200" : " 429");
                while (!line(socket).isEmpty()) {
                    // the rest of the head; there is no body
                }
            }
        }
    }

    /** What is answered to somebody who sends on and on, until the server has enough of it. */
    private String untilTheEnd(String path) throws IOException {
        try (var socket = socket()) {
            say(socket, head(path, ENDLESS));
            var dropping =
                    Thread.startVirtualThread(() -> {
                        try {
                            while (true) {
                                socket.getOutputStream().write('x');
                                Thread.sleep(20);
                            }
                        } catch (IOException | InterruptedException e) {
                            // The server has ended it.
                        }
                    });
            var first = line(socket);
            dropping.join();
            return first;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Socket socket() throws IOException {
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\n';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static final class Reading extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            try {
                request.getInputStream().readAllBytes();
                response.setContentLength(0);
            } catch (IOException e) {
                response.setStatus(408);
                response.setContentLength(0);
            }
        }
    }

    private static final class Refusing extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(429);
            response.setContentLength(0);
        }
    }
}

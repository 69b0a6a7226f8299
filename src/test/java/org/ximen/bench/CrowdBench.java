package org.ximen.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.HeavyPicture;
import org.ximen.testing.Http;
import org.ximen.testing.Running;

/**
 * How long bystanders wait while one address asks what costs much and sends what is large: one
 * bystander at another address, one at the same. A heap of 1 GB, everything as it comes.
 */
class CrowdBench {
    private static final List<String> QUESTIONS =
            List.of("遛狗不牵绳会罚多少钱", "居住证怎么办", "垃圾不分类罚多少", "电动车能进电梯吗", "谢谢", "帮助");
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);

    @TempDir Path home;
    private final int port = Running.freePort();

    @Test
    void bystanders() throws Exception {
        try (var server = Contestant.server(port, "1g", home)) {
            await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(this::isHealthy);
            Thread.sleep(45_000); // vectors
            measure(server, "quiet", 0, () -> 0);
            var texts = texts();
            measure(server, "6 × 3990 characters", 6, () -> ask(client("127.0.0.1"), next(texts)));
            var deep = HeavyPicture.deep(6324, 6324);
            measure(server, "10 × 16-bit 6324²", 10, () -> show(client("127.0.0.1"), deep));
            var noise = HeavyPicture.noise(1860, 1860);
            measure(server, "150 × 10 MB", 150, () -> show(client("127.0.0.1"), noise));
            measure(server, "quiet again", 0, () -> 0);
        }
    }

    @Test
    void memoryOverMinutes() throws Exception {
        long minutes = Long.getLong("bench.minutes", 3);
        try (var server = Contestant.server(port, "1g", home)) {
            await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(this::isHealthy);
            Thread.sleep(45_000);
            var texts = texts();
            var deep = HeavyPicture.deep(6324, 6324);
            var noise = HeavyPicture.noise(1860, 1860);
            long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
            var crowd = new Crowd(end);
            crowd.start(6, () -> ask(client("127.0.0.1"), next(texts)));
            crowd.start(4, () -> show(client("127.0.0.1"), deep));
            crowd.start(20, () -> show(client("127.0.0.1"), noise));
            var live = new ArrayList<Long>();
            var resident = new ArrayList<Long>();
            while (System.nanoTime() < end) {
                Thread.sleep(30_000);
                live.add(server.live());
                resident.add(server.resident());
            }
            System.out.printf(
                    "%d minutes of all together: every 30 s heap in use %s MB, held %s MB, answers %s%n",
                    minutes, live, resident, crowd.join());
            assertThat(server.isAlive()).isTrue();
        }
    }

    private void measure(Contestant server, String name, int many, Supplier<Integer> attack)
            throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        var crowd = new Crowd(end);
        crowd.start(many, attack);
        var near = new Bystander("127.0.0.1", end);
        var far = new Bystander("127.0.0.2", end);
        System.out.printf(
                "%-20s another address %s; same address %s; attack %s; %d MB held%n",
                name, far.join(), near.join(), crowd.join(), server.resident());
        assertThat(server.isAlive()).isTrue();
    }

    /** Connections that do the same again and again. */
    private static final class Crowd {
        private final long end;
        private final List<Thread> threads = new ArrayList<>();
        private final Map<Integer, Integer> answers = Collections.synchronizedMap(new TreeMap<>());

        Crowd(long end) {
            this.end = end;
        }

        void start(int many, Supplier<Integer> attack) {
            for (int i = 0; i < many; i++) {
                threads.add(
                        Thread.startVirtualThread(() -> {
                            while (System.nanoTime() < end) {
                                answers.merge(attack.get(), 1, Integer::sum);
                            }
                        }));
            }
        }

        Map<Integer, Integer> join() throws InterruptedException {
            for (var thread : threads) {
                thread.join();
            }
            return answers;
        }
    }

    /** Somebody who asks something now and then. */
    private final class Bystander {
        private final Times times = new Times();
        private final Map<Integer, Integer> answers = new TreeMap<>();
        private final Thread thread;

        Bystander(String address, long end) {
            var client = client(address);
            var conversation = UUID.randomUUID().toString();
            thread = Thread.startVirtualThread(() -> ask(client, conversation, end));
        }

        private void ask(HttpClient client, String conversation, long end) {
            for (int i = 0; System.nanoTime() < end; i++) {
                long from = System.nanoTime();
                int status =
                        CrowdBench.this.ask(
                                client, conversation, QUESTIONS.get(i % QUESTIONS.size()));
                times.add(System.nanoTime() - from);
                answers.merge(status, 1, Integer::sum);
                rest();
            }
        }

        private static void rest() {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        String join() throws InterruptedException {
            thread.join();
            return times.shown() + " " + answers;
        }
    }

    private int ask(HttpClient client, String text) {
        return ask(client, UUID.randomUUID().toString(), text);
    }

    private int ask(HttpClient client, String conversation, String text) {
        var body =
                Http.JSON.writeValueAsBytes(
                        Map.of(
                                "conversation",
                                conversation,
                                "id",
                                UUID.randomUUID().toString(),
                                "text",
                                text));
        return post(client, "/api/chat/messages", "application/json", body);
    }

    private int show(HttpClient client, byte[] picture) {
        var body = new ByteArrayOutputStream();
        for (var field : List.of("conversation", "id")) {
            var value = UUID.randomUUID().toString();
            write(body, "--x\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n");
            write(body, value + "\r\n");
        }
        write(
                body,
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n");
        var rest = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        return post(
                client,
                "/api/chat/photos",
                "multipart/form-data; boundary=x",
                body.toByteArray(),
                picture,
                rest);
    }

    private static void write(ByteArrayOutputStream body, String words) {
        body.writeBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    private int post(HttpClient client, String path, String type, byte[]... parts) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", type)
                        .timeout(Duration.ofSeconds(60))
                        .POST(body(parts));
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    // Read piece by piece: a publisher of an array copies all of it for each of 150 requests.
    private static HttpRequest.BodyPublisher body(byte[]... parts) {
        long length = Stream.of(parts).mapToLong(part -> part.length).sum();
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> stream(parts)), length);
    }

    private static InputStream stream(byte[]... parts) {
        var streams = Stream.of(parts).map(ByteArrayInputStream::new).toList();
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static final Map<String, HttpClient> CLIENTS =
            new java.util.concurrent.ConcurrentHashMap<>();

    private static HttpClient client(String from) {
        return CLIENTS.computeIfAbsent(
                from,
                address -> {
                    try {
                        return HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .localAddress(InetAddress.getByName(address))
                                .build();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private boolean isHealthy() {
        return Http.get(URI.create("http://127.0.0.1:" + port + "/actuator/health")).status()
                == 200;
    }

    /** The words of our own questions in no order, as long as today's limit let in. */
    private static List<String> texts() {
        var words = new ArrayList<String>();
        for (var question : QUESTIONS) {
            words.addAll(List.of(question.split("(?<=\\G..)")));
        }
        var random = new Random(3);
        var texts = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            var text = new StringBuilder();
            while (text.length() < 3990) {
                text.append(words.get(random.nextInt(words.size())));
            }
            texts.add(text.substring(0, 3990));
        }
        return texts;
    }

    private static String next(List<String> texts) {
        return texts.get(java.util.concurrent.ThreadLocalRandom.current().nextInt(texts.size()));
    }
}

package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.testing.Chat;
import org.ximen.testing.Http;
import org.ximen.testing.Http.Answer;
import org.ximen.testing.Running;
import org.ximen.testing.TestDatabase;

/** What nobody should send, sent to the running jar. PostgreSQL, for it is the stricter one. */
class HostileIT {
    private static final String PHONE = "13812345678";
    private static final String FORGED = "\r\n2026-11-22 00:00:00.000 ERROR forged " + PHONE;
    private static final String JSON = "application/json";
    private static Running running;

    @BeforeAll
    static void start(@TempDir Path home) {
        running =
                Running.start(
                        "hostile",
                        home,
                        Running.WHOLE_SAMPLE,
                        "--spring.datasource.url=" + TestDatabase.POSTGRESQL.address(),
                        "--spring.datasource.username=postgres");
    }

    @AfterAll
    static void wroteAnHonestLog() {
        var log = running.logged();
        running.close();
        assertThat(log).doesNotContain(PHONE);
        assertThat(log.lines()).noneMatch(line -> line.contains("ERROR"));
    }

    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "' OR 1=1; drop table person; --",
                "\u200b\u200b\u2060\ufeff",
                "   \n\t  ",
                "",
                "\u0000\u0001\u0007\u001b[31m红\u0000",
                "字".repeat(100_000),
                "${7*7} #{7*7} %s %n %d {0} {{7*7}} ${jndi:ldap://127.0.0.1/x}",
                "\u202e倒过来\u2066的字\u2069",
                "\ud83d\ude00\ud83d",
                "a\u0301\u0301\u0301\u0301\u0301\u0301",
                "\ufdfa\ufdfa\ufdfa".repeat(600),
                "报事" + "（".repeat(3000),
                "1".repeat(4000),
                "路".repeat(4000),
                "弄号".repeat(2000),
                "/report@bot " + FORGED,
                "我的电话 " + PHONE + " 身份证 31010119900307123X，文庙路井盖没了",
                "/status XM-99999999-99999999999999999999",
                "/forget\u0000",
                "/language xx",
                "/subscribe '; --");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void answersOrRefusesAnyText(String text) {
        var chat = running.chat();
        for (var field : List.of("text", "choice", "id", "conversation")) {
            Map<String, Object> body = new HashMap<>();
            body.put("conversation", chat.conversation());
            body.put("id", UUID.randomUUID().toString());
            body.put(field, text);
            if (!field.equals("choice")) {
                body.putIfAbsent("text", "你好");
            }
            assertHonest(chat.message(body));
        }
        // in the middle of a report
        assertHonest(
                chat.message(
                        Map.of(
                                "conversation",
                                chat.conversation(),
                                "id",
                                "start",
                                "text",
                                "/report")));
        assertHonest(
                chat.message(
                        Map.of("conversation", chat.conversation(), "id", "middle", "text", text)));
        assertHonest(
                chat.message(
                        Map.of(
                                "conversation",
                                chat.conversation(),
                                "id",
                                "end",
                                "choice",
                                "submit")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"x\"",
                "{\"conversation\":{}}",
                "{\"conversation\":\"CHAT\",\"id\":\"1\"}",
                "{\"conversation\":\"CHAT\",\"id\":\"\",\"text\":\"你好\"}",
                "{\"conversation\":\"CHAT\",\"id\":\"\\u0000\",\"text\":\"你好\"}",
                "{\"conversation\":\"CHAT\",\"id\":\"\\ud800\",\"text\":\"你好\"}",
                "{\"conversation\":\"not-a-uuid\",\"id\":\"1\",\"text\":\"你好\"}",
                "{\"conversation\":\"1-1-1-1-1\",\"id\":\"1\",\"text\":\"你好\"}",
                "{\"conversation\":\"CHAT\",\"id\":\"1\",\"text\":[\"你好\"]}",
                "{\"conversation\":\"CHAT\",\"id\":\"1\",\"location\":{\"lat\":91,\"lon\":0}}",
                "{\"conversation\":\"CHAT\",\"id\":\"1\",\"location\":{\"lat\":1e999,\"lon\":0}}",
                "{\"conversation\":\"CHAT\",\"id\":\"1\",\"location\":{\"lat\":\"NaN\",\"lon\":0}}",
                "{\"conversation\":\"CHAT\",\"id\":\"1\",\"location\":{\"lat\":31.2}}",
                "{\"conversation\":\"CHAT\",\"id\":\"1\",\"location\":{}}",
                "{\"conversation\":\"CHAT\",\"id\":\"1\",\"location\":31.2}",
            })
    void refusesAMessageThatIsNone(String body) {
        var filled = body.replace("CHAT", UUID.randomUUID().toString());
        assertRefused(post("/api/chat/messages", JSON, filled.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ask:99\"",
                "\"category:' or 1=1\"",
                "\"join:XM-1\"",
                "\"area:\\u0000\"",
                "\"case:\\ud800\"",
                "\"cancel:\\u0000\"",
                "\"new\"",
                "\"nothing\"",
                "\":\"",
                "\"\""
            })
    void answersOrRefusesAButtonThatNobodyOffered(String choice) {
        var body =
                "{\"conversation\":\"%s\",\"id\":\"1\",\"choice\":%s}"
                        .formatted(UUID.randomUUID(), choice);
        assertHonest(post("/api/chat/messages", JSON, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesBodiesThatAreNoText() {
        var deep = "[".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        assertRefused(post("/api/chat/messages", JSON, deep));
        assertRefused(post("/api/chat/messages", JSON, noise(10_000)));
        assertRefused(post("/api/chat/messages", "text/plain", noise(10)));
        assertRefused(post("/api/chat/messages", "no type at all", noise(10)));
        assertRefused(post("/api/chat/photos", JSON, noise(10)));
        assertRefused(post("/api/chat/photos", "multipart/form-data", noise(10)));
        assertRefused(post("/api/chat/photos", "multipart/form-data; boundary=x", noise(10)));
        var long30 = "{\"text\":\"" + "x".repeat(30_000_000) + "\"}";
        assertRefused(post("/api/chat/messages", JSON, long30.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void refusesPhotosThatAreNone() throws IOException {
        var chat = running.chat();
        var honest = Chat.picture();
        assertRefused(chat.upload("1", "a.jpg", new byte[0]));
        assertRefused(chat.upload("2", "a.jpg", noise(100_000)));
        assertRefused(chat.upload("3", "a.jpg", Arrays.copyOf(honest, honest.length / 2)));
        assertRefused(chat.upload("4", "a.gif", "GIF89a".getBytes(StandardCharsets.US_ASCII)));
        assertRefused(
                chat.upload(
                        "5",
                        "a.svg",
                        "<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII)));
        assertRefused(
                chat.upload(
                        "6",
                        "a.jpg",
                        "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)));
        assertRefused(
                chat.upload(
                        "7",
                        "a.heic",
                        "\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1)));
        var large = chat.upload("8", "a.jpg", Arrays.copyOf(honest, 11 * 1024 * 1024));
        assertRefused(large);
        assertThat(large.status()).isEqualTo(413);
        assertRefused(chat.upload("\u0000", "a.jpg", honest));
        assertRefused(chat.upload("x".repeat(101), "a.jpg", honest));
        assertHonest(chat.upload("9", "../../" + PHONE + "%0d%0a<script>.jpg", honest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/chat/none",
                "/api/chat/messages",
                "/api/chat/photos",
                "/api/chat/events",
                "/api/chat/events?conversation=x",
                "/api/chat/events?conversation=00000000-0000-0000-0000-000000000000&lastEventId=x",
                "/api/none",
                "/api/staff/cases",
                "/api/staff/none"
            })
    void refusesPathsOfTheApiThatAreNone(String path) {
        assertRefused(Http.get(running.at(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/none",
                "/articles/none",
                "/articles/..%2f..%2fconfig",
                "/articles/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/articles/%00",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/;x=1/",
                "/articles//etc",
                "/chat.js.map",
                "/error",
                "/actuator"
            })
    void saysNothingOfItselfOnPathsThatAreNone(String path) {
        var answer = Http.get(running.at(path));
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("<script>", "Exception", "org.", "Tomcat");
    }

    @Test
    void showsWhatStaffWroteAsTextAlone() {
        var admin = running.desk("admin");
        var title = "<script>alert(1)</script>";
        var body = "<img src=x onerror=alert(1)> [看](javascript:alert(1)) <b>粗</b>";
        long id = admin.hire("editor", "EDITOR").write(title, body);
        admin.post("/api/staff/notices/" + id + "/approve", Map.of());
        var page =
                await().until(
                                () -> Http.get(running.at("/articles/notices/" + id)),
                                a -> a.status() == 200);
        assertThat(page.body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>", "<img", "href=\"javascript:", "<b>");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void refusesStaffTheSameWay(String text) {
        var admin = running.desk("admin");
        var note = Http.JSON.writeValueAsString(text);
        for (var path : List.of("accounts", "notices", "notices/1/approve", "cases/XM-1/moves")) {
            for (var body :
                    List.of(
                            note,
                            "{\"name\":%s,\"password\":%s,\"role\":%s}".formatted(note, note, note),
                            "{\"title\":%s}".formatted(note),
                            "{\"title\":\"x\",\"body\":\"y\",\"sendAt\":%s}".formatted(note),
                            "{\"verb\":\"FILE\",\"note\":%s}".formatted(note))) {
                assertHonest(
                        admin.tryPost("/api/staff/" + path, body.getBytes(StandardCharsets.UTF_8)));
            }
        }
        assertHonest(running.desk("x" + PHONE).tryPost("/api/staff/notices", new byte[0]));
    }

    private static Answer post(String path, String type, byte[] body) {
        return Http.post(running.at(path), type, body);
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void assertHonest(Answer answer) {
        if (answer.status() < 300) {
            assertThat(answer.type()).startsWith(JSON);
        } else {
            assertRefused(answer);
        }
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.type()).as(answer.toString()).startsWith(JSON);
        var body = answer.json();
        assertThat(body.path("error").asString("")).as(answer.body()).isNotBlank();
        assertThat(body.path("message").asString(""))
                .as(answer.body())
                .matches("(?s).*\\p{IsHan}.*");
        assertThat(body.path("next").isArray()).as(answer.body()).isTrue();
    }
}

package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.cases.Cases;
import org.ximen.cases.Draft;
import org.ximen.chat.Sender;
import org.ximen.district.District;
import org.ximen.residents.Residents;
import org.ximen.testing.Snapshot;
import org.ximen.testing.Workbench;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures of staff over HTTP, and the page of the resident who gets to see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "photo-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
    private Workbench bench;

    @BeforeAll
    void open(@TempDir Path home) {
        bench = Workbench.open(home);
    }

    @AfterAll
    void close() {
        bench.close();
        http.close();
    }

    private String report(String conversation) {
        var now = Instant.now();
        var reporter = bench.get(Residents.class).meet(new Sender("web", conversation), now);
        var place = bench.get(District.class).placeIn("曹家街2弄").orElseThrow();
        var draft = new Draft("垃圾没人收", "E0110", place, List.of(), false, false);
        return bench.get(Cases.class).report(draft, reporter.id(), reporter.sender(), now).number();
    }

    private HttpResponse<byte[]> send(String user, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var login = (user + ":" + Workbench.PASSWORD).getBytes(StandardCharsets.UTF_8);
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> move(String user, String number, String body)
            throws IOException, InterruptedException {
        return send(
                user,
                HttpRequest.newBuilder(
                                URI.create(bench.at("/api/staff/cases/" + number + "/moves")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<byte[]> show(String user, String number, String phase, byte[] file)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(field("phase", phase));
        body.writeBytes(field("lat", "31.217812345"));
        body.writeBytes(field("lon", "121.486298765"));
        body.writeBytes(
                ("--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\";"
                                + " filename=\"a.jpg\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                user,
                HttpRequest.newBuilder(
                                URI.create(bench.at("/api/staff/cases/" + number + "/photos")))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] field(String name, String value) {
        return ("--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    @Test
    void aCaseGoesToItsEndWithPicturesAndItsReporterSeesTheResult() throws Exception {
        var conversation = UUID.randomUUID().toString();
        var number = report(conversation);
        assertThat(move("dispatcher", number, "{\"verb\":\"FILE\"}").statusCode()).isEqualTo(200);
        move("dispatcher", number, "{\"verb\":\"DISPATCH\"}");
        var early = show("verifier", number, "VERIFIED", Snapshot.jpeg(1));
        assertThat(early.statusCode()).isEqualTo(409);
        var bare = move("handler", number, "{\"verb\":\"HANDLE\",\"note\":\"已清运\"}");
        assertThat(bare.statusCode()).isEqualTo(409);
        assertThat(json(bare).path("message").asString()).contains("处置后的照片", "室内");
        assertThat(json(bare).path("next").toString()).contains("photos", "reason");
        var shown = show("handler", number, "AFTER", Snapshot.jpeg(2));
        assertThat(shown.statusCode()).isEqualTo(201);
        var after = json(shown).path("id").asString();
        assertThat(json(shown).path("location").path("lat").asDouble()).isEqualTo(31.2178);
        var handled =
                move(
                        "handler",
                        number,
                        "{\"verb\":\"HANDLE\",\"note\":\"已清运\",\"photos\":[\"%s\"]}"
                                .formatted(after));
        assertThat(handled.statusCode()).isEqualTo(200);
        assertThat(json(handled).path("evidence").path("photos").path(0).path("author").asString())
                .isEqualTo("handler");
        assertThat(show("verifier", number, "VERIFIED", Snapshot.jpeg(3)).statusCode())
                .isEqualTo(201);
        assertThat(move("verifier", number, "{\"verb\":\"VERIFY\"}").statusCode()).isEqualTo(200);
        var unticked = move("dispatcher", number, "{\"verb\":\"CLOSE\"}");
        assertThat(unticked.statusCode()).isEqualTo(409);
        var condition = json(unticked).path("message").asString();
        assertThat(condition).contains("结案条件");
        var address = URI.create(bench.at("/api/staff/cases/" + number));
        var id =
                json(send("dispatcher", HttpRequest.newBuilder(address)))
                        .path("condition")
                        .asString();
        var closed =
                move("dispatcher", number, "{\"verb\":\"CLOSE\",\"condition\":\"" + id + "\"}");
        assertThat(closed.statusCode()).as(json(closed).toString()).isEqualTo(200);
        assertThat(picture(after, conversation).statusCode()).isEqualTo(200);
        assertThat(picture(after, conversation).headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(picture(after, UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(
                        progress(conversation, number)
                                .path("replies")
                                .path(0)
                                .path("picture")
                                .asString())
                .isEqualTo(after);
    }

    private HttpResponse<byte[]> picture(String id, String conversation)
            throws IOException, InterruptedException {
        var address = bench.at("/api/chat/photos/" + id + "?conversation=" + conversation);
        return http.send(
                HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }

    private JsonNode progress(String conversation, String number)
            throws IOException, InterruptedException {
        var body =
                "{\"conversation\":\"%s\",\"id\":\"p1\",\"text\":\"%s\"}"
                        .formatted(conversation, number);
        var request =
                HttpRequest.newBuilder(URI.create(bench.at("/api/chat/messages")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofByteArray()).body());
    }

    @Test
    void whatIsNoPictureOrOfNoStepIsRefusedInASentence() throws Exception {
        var number = report(UUID.randomUUID().toString());
        move("dispatcher", number, "{\"verb\":\"FILE\"}");
        move("dispatcher", number, "{\"verb\":\"DISPATCH\"}");
        var words = show("handler", number, "AFTER", "no picture".getBytes(StandardCharsets.UTF_8));
        assertThat(words.statusCode()).isEqualTo(400);
        assertThat(json(words).path("message").asString()).contains("不是能识别的照片");
        assertThat(show("handler", number, "BEFORE", Snapshot.jpeg(4)).statusCode()).isEqualTo(400);
        assertThat(show("handler", "XM-20200101-0001", "AFTER", Snapshot.jpeg(4)).statusCode())
                .isEqualTo(404);
        assertThat(show("dispatcher", number, "AFTER", Snapshot.jpeg(4)).statusCode())
                .isEqualTo(403);
        assertThat(show("handler", number, "AFTER", new byte[11 * 1024 * 1024]).statusCode())
                .isEqualTo(413);
    }
}

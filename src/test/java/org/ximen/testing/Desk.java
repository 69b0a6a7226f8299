package org.ximen.testing;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The staff API over HTTP as one account; every account has {@link Running#PASSWORD}. Methods that
 * return JSON fail where the request was refused.
 */
public final class Desk {
    private final Running running;
    private final String account;

    Desk(Running running, String account) {
        this.running = running;
        this.account = account;
    }

    /** Opens an account. */
    public Desk hire(String name, String role) {
        post(
                "/api/staff/accounts",
                Map.of(
                        "name",
                        name,
                        "password",
                        Running.PASSWORD,
                        "role",
                        role,
                        "areas",
                        List.of("*")));
        return running.desk(name);
    }

    /** Moves a case. */
    public JsonNode move(String number, String verb, String note) {
        var condition = get("/api/staff/cases/" + number).path("condition").asString("");
        var body = Proven.body(verb, note, condition);
        return post("/api/staff/cases/" + number + "/moves", body);
    }

    /** Writes a notice for everybody; returns its id. */
    public long write(String title, String body) {
        return post("/api/staff/notices", Map.of("title", title, "body", body)).path("id").asLong();
    }

    /** The numbers of all cases. */
    public List<String> caseNumbers() {
        List<String> numbers = new ArrayList<>();
        for (int page = 0; ; page++) {
            var cases = get("/api/staff/cases?size=100&page=" + page);
            if (cases.isEmpty()) {
                return numbers;
            }
            cases.forEach(item -> numbers.add(item.path("number").asString()));
        }
    }

    /** Reads something. */
    public JsonNode get(String path) {
        return checked(Http.send(as(path).GET()));
    }

    /** Posts something. */
    public JsonNode post(String path, Map<String, ?> body) {
        return checked(tryPost(path, Http.JSON.writeValueAsBytes(body)));
    }

    /** Posts any bytes, and hands back whatever the answer is. */
    public Http.Answer tryPost(String path, byte[] body) {
        return Http.send(
                as(path).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder as(String path) {
        var login = account + ":" + Running.PASSWORD;
        var basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return Http.to(running.at(path)).header("Authorization", "Basic " + basic);
    }

    private static JsonNode checked(Http.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
        return answer.json();
    }
}

package org.ximen.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.testing.Workbench;

/** A browser without pictures: keeps its cookies and follows nothing. */
final class Guest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private @Nullable Workbench visited;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Guest(Workbench bench) {
        this.visited = bench;
    }

    private Guest() {}

    /** Somebody who has not been anywhere yet. */
    static Guest nobody() {
        return new Guest();
    }

    /** Goes to another machine, with the same cookies. */
    void visits(Workbench bench) {
        visited = bench;
    }

    private String at(String path) {
        return Objects.requireNonNull(visited).at(path);
    }

    /** Who has signed in. */
    static Guest signedIn(Workbench bench, String name) throws IOException, InterruptedException {
        var guest = new Guest(bench);
        guest.post(
                "/console/login",
                "/console/login",
                Map.of("name", name, "password", Workbench.PASSWORD));
        return guest;
    }

    HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(at(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends a form with the token of a page that has one. */
    HttpResponse<String> post(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(form(page, path, fields).header("Referer", at(page)));
    }

    /** Sends the form of the sign-in as a browser does for a page of some site. */
    HttpResponse<String> postFrom(String origin, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(form("/console/login", path, fields).header("Origin", origin));
    }

    private HttpRequest.Builder form(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(page).body());
        var form = new HashMap<>(fields);
        form.put("_csrf", token.find() ? token.group(1) : "");
        var body =
                form.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(at(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

package org.ximen.wechat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to WeChat, none repeated by itself. Addresses hold secrets, so no message of a failure
 * holds an address.
 */
final class WechatHttp implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final String BOUNDARY = "ximen-7f3c1e5a9b2d4860";
    private static final int OK = 200;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int LONGEST_ANSWER = 1024 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    /** A file, or what WeChat says instead of one. */
    @SuppressWarnings("ArrayRecordComponent") // read once, right here
    private record Answer(byte[] bytes, String type) {}

    JsonNode get(URI address) throws WechatRefused, WechatUnreachable {
        return json(send(HttpRequest.newBuilder(address).GET(), LONGEST_ANSWER).bytes());
    }

    JsonNode post(URI address, JsonNode body) throws WechatRefused, WechatUnreachable {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(
                                BodyPublishers.ofString(
                                        JSON.writeValueAsString(body), StandardCharsets.UTF_8));
        return json(send(request, LONGEST_ANSWER).bytes());
    }

    /** Uploads a picture. */
    JsonNode upload(URI address, byte[] jpeg) throws WechatRefused, WechatUnreachable {
        var head =
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"media\";"
                        + " filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
        var tail = "\r\n--" + BOUNDARY + "--\r\n";
        var body = BodyPublishers.ofByteArrays(List.of(ascii(head), jpeg, ascii(tail)));
        int length = ascii(head).length + jpeg.length + ascii(tail).length;
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.fromPublisher(body, length));
        return json(send(request, LONGEST_ANSWER).bytes());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads a file.
     *
     * @param most the most bytes that are taken; a longer file has one more
     */
    byte[] file(URI address, int most) throws WechatRefused, WechatUnreachable {
        var answer = send(HttpRequest.newBuilder(address).GET(), most + 1);
        if (answer.type().contains("json") || answer.type().contains("text/plain")) {
            json(answer.bytes());
            throw new WechatUnreachable("no file but words", true, null);
        }
        return answer.bytes();
    }

    /** Every answer with a number other than 0 is a no. */
    private static JsonNode json(byte[] bytes) throws WechatRefused, WechatUnreachable {
        try {
            var answer = JSON.readTree(bytes);
            if (!answer.isObject()) {
                throw new WechatUnreachable("an answer that is no object", true, null);
            }
            int code = answer.path("errcode").asInt(0);
            if (code != 0) {
                throw new WechatRefused(code, answer.path("errmsg").asString(null));
            }
            return answer;
        } catch (JacksonException e) {
            throw new WechatUnreachable("an answer that cannot be read", true, e);
        }
    }

    private Answer send(HttpRequest.Builder request, int most)
            throws WechatRefused, WechatUnreachable {
        try {
            var response =
                    client.send(request.timeout(ANSWER).build(), BodyHandlers.ofInputStream());
            return answer(response, most);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new WechatUnreachable("not connected", false, e);
        } catch (IOException e) {
            throw new WechatUnreachable(e.getClass().getSimpleName(), true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WechatUnreachable("interrupted", true, e);
        }
    }

    private static Answer answer(HttpResponse<InputStream> response, int most)
            throws IOException, WechatRefused, WechatUnreachable {
        try (var body = response.body()) {
            if (response.statusCode() == GATEWAY_TIMEOUT) {
                throw new WechatUnreachable("status 504", true, null);
            }
            if (response.statusCode() != OK) {
                throw new WechatRefused(WechatRefused.GATEWAY, "status " + response.statusCode());
            }
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(body.readNBytes(most), type);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

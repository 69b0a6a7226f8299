package org.ximen.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/**
 * One conversation over the chat API. Each method returns the replies as JSON, and fails where the
 * message was refused.
 */
public final class Chat {
    private static final String JSON = "application/json";

    private final Running running;
    private final String conversation;

    Chat(Running running, String conversation) {
        this.running = running;
        this.conversation = conversation;
    }

    /** The secret id of this conversation. */
    public String conversation() {
        return conversation;
    }

    /** Sends words. */
    public JsonNode say(String id, String text) {
        return replies(message(Map.of("conversation", conversation, "id", id, "text", text)));
    }

    /** Presses a button, by its value. */
    public JsonNode choose(String id, String choice) {
        return replies(message(Map.of("conversation", conversation, "id", id, "choice", choice)));
    }

    /** Sends a place, WGS-84. */
    public JsonNode stand(String id, double latitude, double longitude) {
        var place = Map.of("lat", latitude, "lon", longitude);
        return replies(message(Map.of("conversation", conversation, "id", id, "location", place)));
    }

    /** Sends a small picture. */
    public JsonNode show(String id) {
        return replies(upload(id, "photo.jpg", picture()));
    }

    /** Sends any file as a photo, and hands back whatever the answer is. */
    public Http.Answer upload(String id, String file, byte[] content) {
        var body = new ByteArrayOutputStream();
        part(body, "conversation", conversation.getBytes(StandardCharsets.UTF_8));
        part(body, "id", id.getBytes(StandardCharsets.UTF_8));
        part(body, "file\"; filename=\"" + file, content);
        body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return Http.post(
                running.at("/api/chat/photos"),
                "multipart/form-data; boundary=limit",
                body.toByteArray());
    }

    /** Sends any JSON as a message, and hands back whatever the answer is. */
    public Http.Answer message(Map<String, ?> body) {
        var bytes = Http.JSON.writeValueAsBytes(body);
        return Http.post(running.at("/api/chat/messages"), JSON, bytes);
    }

    /** Listens to what arrives unasked. */
    public Ear listen() {
        return new Ear(running, conversation);
    }

    /** A small JPEG. */
    public static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JsonNode replies(Http.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.json().path("replies");
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        var head = "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}

package org.ximen.webchat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** A request that the chat API does not take, with the words for the person. */
final class ChatRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpStatus status;
    private final String next;

    ChatRefused(HttpStatus status, String message, String next) {
        super(message);
        this.status = status;
        this.next = next;
    }

    /** Too much is being done already. */
    static ChatRefused busy() {
        return new ChatRefused(
                HttpStatus.SERVICE_UNAVAILABLE, "现在问的人太多，来不及回答。", "请稍后再试，重发同一条不会重复登记");
    }

    /** Too many photos are being taken in already. */
    static ChatRefused busyWithPhotos() {
        return new ChatRefused(HttpStatus.SERVICE_UNAVAILABLE, "正在收的照片太多，这一张还没有收。", "请稍后再发");
    }

    /** A message that is longer than we take. */
    static ChatRefused tooLong() {
        return new ChatRefused(
                HttpStatus.CONTENT_TOO_LARGE, "这条消息太长了，一次最多 20000 个字。", "请分几条发，或只写要点");
    }

    HttpStatus status() {
        return status;
    }

    Wire.Refusal body() {
        return Wire.Refusal.told(status, String.valueOf(getMessage()), next);
    }

    /** Answers a request that no controller has seen. */
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json;charset=UTF-8");
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.getOutputStream().write(JSON.writeValueAsBytes(body()));
    }
}

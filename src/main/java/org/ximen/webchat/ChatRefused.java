package org.ximen.webchat;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that the chat API does not take, with the words for the person. */
final class ChatRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String next;

    ChatRefused(HttpStatus status, String message, String next) {
        super(message);
        this.status = status;
        this.next = next;
    }

    HttpStatus status() {
        return status;
    }

    Wire.Refusal body() {
        return new Wire.Refusal(status.name(), String.valueOf(getMessage()), List.of(next));
    }
}

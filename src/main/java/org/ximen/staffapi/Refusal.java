package org.ximen.staffapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The body of every refusal.
 *
 * @param error one English word for programs
 * @param message one Chinese sentence for people
 * @param next what can be done instead
 */
record Refusal(String error, String message, List<String> next) {
    Refusal {
        next = List.copyOf(next);
    }

    static Refusal of(String error, String message) {
        return new Refusal(error, message, List.of());
    }

    void write(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(Json.write(this));
    }
}

package org.ximen.webchat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away messages that are too long before anything reads them. */
public final class BodyLimit extends OncePerRequestFilter {
    private static final int MOST_BYTES = 64 * 1024;
    private static final String REFUSAL =
            "{\"error\":\"CONTENT_TOO_LARGE\",\"message\":\"这条消息太长了，一次最多 4000 个字。\","
                    + "\"next\":[\"请分几条发，或只写要点\"]}";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/api/chat/messages");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES || isEndless(request)) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            response.setContentType("application/json;charset=UTF-8");
            response.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.UTF_8));
            return;
        }
        chain.doFilter(request, response);
    }

    // A body that does not tell its length may have no end; every browser tells it.
    private static boolean isEndless(HttpServletRequest request) {
        return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    }
}

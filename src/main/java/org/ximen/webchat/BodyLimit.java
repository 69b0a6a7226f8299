package org.ximen.webchat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away messages that are too long before anything reads them. */
public final class BodyLimit extends OncePerRequestFilter {
    // The longest text, each character written as six.
    private static final int MOST_BYTES = 160 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals("/api/chat/messages");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES || isEndless(request)) {
            ChatRefused.tooLong().write(response);
            return;
        }
        chain.doFilter(request, response);
    }

    // A body that does not tell its length may have no end; every browser tells it.
    private static boolean isEndless(HttpServletRequest request) {
        return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    }
}

package org.ximen.staffapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops requests to the staff API before anything is read: those with a body that is not JSON,
 * which any page can make a browser send, and those that are too long. A request without a body
 * need not say what it is; a photo comes in parts.
 */
final class RequestLimits extends OncePerRequestFilter {
    private static final String PHOTOS = Refusals.PATH + "cases/[^/]+/photos";
    private static final int MOST_BYTES = 64 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(Refusals.PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPhoto(request)) {
            chain.doFilter(request, response);
        } else if (!isJson(request)) {
            Refusal.of("invalid", "请用 Content-Type: application/json 发送 JSON。")
                    .write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        } else if (request.getContentLengthLong() > MOST_BYTES) {
            Refusal.of("too_large", "请求太长，最多 64 KB，请缩短内容。")
                    .write(response, HttpStatus.CONTENT_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The one call that brings a file, whose length the server bounds. */
    private static boolean isPhoto(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && request.getRequestURI().matches(PHOTOS);
    }

    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null ? !hasBody(request) : isJson(type);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isJson(String type) {
        try {
            return MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}

package org.ximen.staffapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops requests to the staff API before anything is read: those that another site's page makes a
 * browser send with the name and password it remembers, and those that are too long.
 */
final class RequestLimits extends OncePerRequestFilter {
    private static final int MOST_BYTES = 64 * 1024;
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(Refusals.PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            Refusal.of("forbidden", "不接受其他网站发来的请求，请直接调用接口。").write(response, HttpStatus.FORBIDDEN);
        } else if (request.getContentLengthLong() > MOST_BYTES) {
            Refusal.of("too_large", "请求太长，最多 64 KB，请缩短内容。")
                    .write(response, HttpStatus.CONTENT_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}

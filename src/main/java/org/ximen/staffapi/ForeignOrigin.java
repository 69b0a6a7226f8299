package org.ximen.staffapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page makes a browser send: everything that changes something, and all
 * of the staff API. Browsers say where a request comes from; what says nothing comes from a
 * program.
 */
public final class ForeignOrigin extends OncePerRequestFilter {
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                && !request.getRequestURI().startsWith(Refusals.PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOwn(request)) {
            chain.doFilter(request, response);
        } else if (request.getRequestURI().startsWith("/api/")) {
            Refusal.of("forbidden", "不接受其他网站发来的请求，请直接调用接口。").write(response, HttpStatus.FORBIDDEN);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isOwn(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        // Browsers leave that out on plain HTTP, as in an office's own network.
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isAddressOf(origin, request);
    }

    /**
     * A proxy may have put its own name into Host; what it says of the original a page cannot set.
     * The scheme is not compared: HTTPS may end at the proxy.
     */
    private static boolean isAddressOf(String origin, HttpServletRequest request) {
        var asked = authority(origin);
        return asked != null
                && ourNames(request).anyMatch(name -> asked.equals(host(name, origin)));
    }

    private static Stream<String> ourNames(HttpServletRequest request) {
        var headers =
                Stream.of(HttpHeaders.HOST, "X-Forwarded-Host")
                        .map(request::getHeader)
                        .filter(Objects::nonNull);
        var server = request.getServerName() + ":" + request.getServerPort();
        return Stream.concat(headers, Stream.of(server));
    }

    private static @Nullable String authority(String origin) {
        try {
            var uri = URI.create(origin);
            return uri.getRawAuthority() == null ? null : host(uri.getRawAuthority(), origin);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The first of several names, in small letters, without a port that goes without saying. */
    private static String host(String name, String origin) {
        var first = name.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
        return first.replaceFirst(origin.startsWith("https:") ? ":443$" : ":80$", "");
    }
}

package org.ximen.webchat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.ximen.admission.Networks;
import org.ximen.admission.Slots;
import org.ximen.admission.TooBusy;

/** Bounds how many messages and photos are on their way in, before a byte of one is read. */
public final class InFlight extends OncePerRequestFilter {
    // Each holds its text in memory while it waits for its turn.
    private final Slots messages = new Slots(400, 32, Duration.ofSeconds(2));
    // Each holds its file on the disk.
    private final Slots photos = new Slots(40, 4, Duration.ofSeconds(2));

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return !path.equals("/api/chat/messages") && !path.equals("/api/chat/photos");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean photo = request.getServletPath().endsWith("/photos");
        try (var slot = take(photo ? photos : messages, request)) {
            chain.doFilter(request, response);
        } catch (TooBusy e) {
            (photo ? ChatRefused.busyWithPhotos() : ChatRefused.busy()).write(response);
        }
    }

    private static Slots.Slot take(Slots slots, HttpServletRequest request) {
        return slots.take(Networks.of(request.getRemoteAddr()));
    }
}

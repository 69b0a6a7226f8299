package org.ximen.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.ximen.staff.Accounts;
import org.ximen.staff.StaffMember;

/**
 * Ends a session whose account was closed, got another role or another password, or that nobody has
 * used for half an hour; what pages fetch by themselves is no use.
 */
final class StillHere extends OncePerRequestFilter {
    static final Duration IDLE = Duration.ofMinutes(30);

    private static final String USED = "ximen.used";
    private static final String MARK = "ximen.mark";

    private final Accounts accounts;
    private final InstantSource clock;

    StillHere(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && login != null && login.getPrincipal() instanceof StaffMember who) {
            if (isIdle(session) || !isStill(who, session)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (request.getHeader("HX-Request") == null) {
                session.setAttribute(USED, clock.instant());
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isIdle(HttpSession session) {
        return session.getAttribute(USED) instanceof Instant used
                && used.plus(IDLE).isBefore(clock.instant());
    }

    private boolean isStill(StaffMember who, HttpSession session) {
        var standing = accounts.standing(who.name());
        if (standing.isEmpty() || !standing.get().member().equals(who)) {
            return false;
        }
        var mark = session.getAttribute(MARK);
        if (mark == null) {
            session.setAttribute(MARK, standing.get().mark());
            return true;
        }
        return mark.equals(standing.get().mark());
    }

    /** Keeps the session of somebody who has just changed their own password. */
    static void remember(HttpSession session) {
        session.removeAttribute(MARK);
    }
}

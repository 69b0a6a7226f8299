package org.ximen.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.ximen.staff.StaffMember;

/**
 * Keeps a session that somebody uses; what pages fetch by themselves is no use. Who still has a
 * password that somebody else chose gets no page but the one to change it.
 */
final class StillHere extends OncePerRequestFilter {
    private static final String PASSWORD = "/console/password";
    private static final Set<String> FIRST_PAGES = Set.of(PASSWORD, "/console/logout");

    private final SignedIn sessions;

    StillHere(SignedIn sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/console/assets/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = login != null && login.getPrincipal() instanceof StaffMember;
        boolean byItself = request.getHeader("HX-Request") != null;
        if (signedIn
                && SignedIn.isFirst(request)
                && !FIRST_PAGES.contains(request.getRequestURI())) {
            sendToPassword(response, byItself);
            return;
        }
        if (signedIn && !byItself) {
            sessions.use(request);
        }
        chain.doFilter(request, response);
    }

    private static void sendToPassword(HttpServletResponse response, boolean byItself)
            throws IOException {
        if (byItself) {
            response.setHeader("HX-Redirect", PASSWORD);
        } else {
            response.sendRedirect(PASSWORD);
        }
    }
}

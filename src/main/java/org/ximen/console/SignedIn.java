package org.ximen.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.ximen.staff.Accounts;
import org.ximen.staff.Accounts.Standing;
import org.ximen.staff.StaffMember;

/**
 * Who is signed in. A session holds three words and no objects: the account, a mark of what it was,
 * and when it was last used. Who the member is, is read anew with every request, so that a session
 * outlives a new version, is served by any machine, and ends when the account is closed, changed or
 * given another password, or when nobody has used it for half an hour.
 */
final class SignedIn implements SecurityContextRepository {
    private static final Duration IDLE = Duration.ofMinutes(30);

    private static final String ACCOUNT = "account";
    private static final String MARK = "mark";
    private static final String USED = "used";
    private static final String FIRST = SignedIn.class.getName() + ".first";
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final InstantSource clock;

    SignedIn(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Loaded(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var login = context.getAuthentication();
        if (login != null && login.getPrincipal() instanceof StaffMember who) {
            renew(who, request);
        } else if (request.getSession(false) instanceof HttpSession session) {
            session.removeAttribute(ACCOUNT);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return request.getSession(false) instanceof HttpSession session
                && session.getAttribute(ACCOUNT) != null;
    }

    /** The session goes on with the account as it is now. */
    void renew(StaffMember who, HttpServletRequest request) {
        accounts.standing(who.name())
                .ifPresent(standing -> {
                    var session = request.getSession();
                    session.setAttribute(ACCOUNT, standing.member().name());
                    session.setAttribute(MARK, standing.mark());
                    session.setAttribute(USED, clock.instant().toString());
                });
    }

    /** Notes that the session was used; a minute more or less is no matter. */
    void use(HttpServletRequest request) {
        var now = clock.instant();
        if (request.getSession(false) instanceof HttpSession session
                && used(session).plus(OFTEN).isBefore(now)) {
            session.setAttribute(USED, now.toString());
        }
    }

    /** Whether a password that somebody else chose is to be changed before anything else. */
    static boolean isFirst(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(FIRST));
    }

    private SecurityContext load(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || session.getAttribute(ACCOUNT) == null) {
            return new SecurityContextImpl();
        }
        var standing = standing(session);
        if (standing.isEmpty()) {
            session.invalidate();
            return new SecurityContextImpl();
        }
        request.setAttribute(FIRST, standing.get().oneTime());
        return context(standing.get().member());
    }

    private Optional<Standing> standing(HttpSession session) {
        return used(session).plus(IDLE).isBefore(clock.instant())
                ? Optional.empty()
                : accounts.standing(word(session, ACCOUNT))
                        .filter(standing -> standing.mark().equals(word(session, MARK)));
    }

    private static Instant used(HttpSession session) {
        return Instant.parse(word(session, USED));
    }

    private static String word(HttpSession session, String name) {
        return String.valueOf(session.getAttribute(name));
    }

    private static SecurityContext context(StaffMember member) {
        var role = new SimpleGrantedAuthority("ROLE_" + member.role().name());
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(member, null, List.of(role)));
    }

    /** Read when somebody asks: pictures and style sheets do not. One thread serves a request. */
    private final class Loaded implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Loaded(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            var known = context;
            if (known == null) {
                known = load(request);
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}

package org.ximen.staffapi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.ximen.admission.Networks;
import org.ximen.staff.Accounts;
import org.ximen.staff.Authentication.Granted;
import org.ximen.staff.Authentication.Locked;
import org.ximen.staff.Authentication.TooMany;
import org.ximen.staff.Authentication.WrongPassword;
import org.ximen.staff.StaffMember;

/** Spring's way to ask {@link Accounts}; the principal is the {@link StaffMember}. */
public final class StaffLogin implements AuthenticationProvider {
    private final Accounts accounts;
    private final InstantSource clock;

    public StaffLogin(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var now = clock.instant();
        return switch (accounts.check(asked.getName(), password(asked), network(asked), now)) {
            case Granted(var member) -> granted(member);
            case WrongPassword() -> throw new BadCredentialsException("账号或密码不对，请重新输入。");
            case Locked(var until) -> throw new LockedException(locked(now, until));
            case TooMany(var until) -> throw new TooManyAttempts(Duration.between(now, until));
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static Authentication granted(StaffMember member) {
        var role = new SimpleGrantedAuthority("ROLE_" + member.role().name());
        return UsernamePasswordAuthenticationToken.authenticated(member, null, List.of(role));
    }

    private static String password(Authentication asked) {
        @Nullable Object given = asked.getCredentials();
        return given == null ? "" : given.toString();
    }

    private static String network(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details
                ? Networks.of(details.getRemoteAddress())
                : "";
    }

    private static String locked(Instant now, Instant until) {
        long minutes = Duration.between(now, until).toMinutes() + 1;
        return "从这里输错密码太多次，请约 " + minutes + " 分钟后再试；在别处登录不受影响。";
    }
}

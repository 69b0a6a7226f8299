package org.ximen.staffapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.ximen.staff.Role;

/** Who gets in where, and the headers that every answer carries. */
public final class StaffSecurity {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'";

    private static final RequestMatcher STAFF = paths("/api/staff/**", "/actuator/**");
    private static final RequestMatcher HEALTH = paths("/actuator/health/**");

    private StaffSecurity() {}

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(
                Arrays.stream(patterns)
                        .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                        .toList());
    }

    /**
     * The filter chain of those who show a name and a password with every request: the staff API by
     * {@link Access}, and the figures of operation for administrators. No sessions, no login page.
     */
    public static SecurityFilterChain staff(HttpSecurity http, AuthenticationProvider login)
            throws Exception {
        return plain(http)
                .securityMatcher(new AndRequestMatcher(STAFF, new NegatedRequestMatcher(HEALTH)))
                .authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(StaffSecurity::access)
                .addFilterBefore(new RequestLimits(), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(StaffSecurity::notLoggedIn))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(StaffSecurity::notLoggedIn)
                                .accessDeniedHandler((q, response, e) -> denied(response)))
                .build();
    }

    /** The last filter chain: everything else is open, and nobody's password is looked at. */
    public static SecurityFilterChain open(HttpSecurity http) throws Exception {
        return plain(http)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    private static HttpSecurity plain(HttpSecurity http) throws Exception {
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing is remembered by cookie; ForeignOrigin stops what browsers remember.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(StaffSecurity::headers);
    }

    private static void access(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules) {
        for (var row : Access.TABLE) {
            rules.requestMatchers(row.method(), row.path()).hasAnyRole(row.roleNames());
            if (row.method().equals(HttpMethod.GET)) {
                rules.requestMatchers(HttpMethod.HEAD, row.path()).hasAnyRole(row.roleNames());
            }
        }
        rules.requestMatchers("/api/staff/**").authenticated();
        rules.anyRequest().hasRole(Role.ADMIN.name());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(p -> p.policy("geolocation=(self), camera=(self)"));
    }

    private static void notLoggedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyAttempts tooMany) {
            long seconds = tooMany.waiting().toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            Refusal.of("too_many", String.valueOf(why.getMessage()))
                    .write(response, HttpStatus.TOO_MANY_REQUESTS);
            return;
        }
        if (why instanceof LockedException) {
            Refusal.of("locked", String.valueOf(why.getMessage()))
                    .write(response, HttpStatus.LOCKED);
            return;
        }
        if (!isBrowser(request)) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ximen\", charset=\"UTF-8\"");
        }
        Refusal.of("unauthorized", "请用工作人员账号和密码登录；账号或密码不对时请重新输入。")
                .write(response, HttpStatus.UNAUTHORIZED);
    }

    /** A browser would ask for the password, and send it along with what other sites make it do. */
    private static boolean isBrowser(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent != null && agent.startsWith("Mozilla/");
    }

    private static void denied(HttpServletResponse response) throws IOException {
        Refusal.of("forbidden", "你的账号没有这项权限，请联系管理员。").write(response, HttpStatus.FORBIDDEN);
    }
}

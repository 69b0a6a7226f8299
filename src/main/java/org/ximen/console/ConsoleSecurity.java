package org.ximen.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.ximen.staff.Accounts;

/** Who gets into the console, and the headers of its pages. */
public final class ConsoleSecurity {
    static final String LOGIN = "/console/login";
    static final String DENIED = "/console/denied";

    private ConsoleSecurity() {}

    /**
     * The filter chain of the console: sign-in by form, sessions, a token in every form, pages by
     * {@link Access} and nothing else.
     */
    public static SecurityFilterChain chain(
            HttpSecurity http,
            AuthenticationProvider login,
            Accounts accounts,
            MapSettings map,
            InstantSource clock)
            throws Exception {
        var sessions = new SignedIn(accounts, clock);
        return http.securityMatcher("/console", "/console/**")
                .authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(ConsoleSecurity::access)
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(token()))
                .requestCache(cache -> cache.requestCache(wanted()))
                .addFilterBefore(new StillHere(sessions), AuthorizationFilter.class)
                .formLogin(ConsoleSecurity::login)
                .logout(out -> out.logoutUrl("/console/logout").logoutSuccessUrl(LOGIN + "?out"))
                .httpBasic(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(ConsoleSecurity::stranger)
                                .accessDeniedHandler(ConsoleSecurity::denied))
                .headers(headers -> headers(headers, map))
                .build();
    }

    private static void access(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules) {
        rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll();
        rules.requestMatchers(HttpMethod.GET, LOGIN, "/console/assets/**").permitAll();
        for (var row : Access.TABLE) {
            rules.requestMatchers(row.method(), row.path()).hasAnyRole(row.roleNames());
        }
        rules.anyRequest().denyAll();
    }

    /** Strangers have no session: what their page needs to remember stays with their browser. */
    private static CsrfTokenRepository token() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("ximen-form");
        tokens.setCookiePath("/console");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** The page that was wanted before signing in. */
    private static RequestCache wanted() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(request ->
                HttpMethod.GET.matches(request.getMethod())
                        && request.getHeader("HX-Request") == null);
        return cache;
    }

    private static void login(FormLoginConfigurer<HttpSecurity> form) {
        form.loginPage(LOGIN)
                .usernameParameter("name")
                .passwordParameter("password")
                .defaultSuccessUrl("/console")
                .failureHandler((request, response, why) ->
                        response.sendRedirect(
                                LOGIN + (why instanceof LockedException ? "?locked" : "?wrong")));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, MapSettings map) {
        var policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                        + " img-src 'self' data:"
                        + map.host().map(host -> " " + host).orElse("")
                        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(p -> p.policy("geolocation=(), camera=(), microphone=()"));
    }

    private static void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
        request.getRequestDispatcher(DENIED).forward(request, response);
    }

    /** A part of a page that refreshes itself sends the whole page to the sign-in. */
    private static void stranger(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", LOGIN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setHeader(HttpHeaders.LOCATION, LOGIN);
        response.setStatus(HttpServletResponse.SC_FOUND);
    }
}

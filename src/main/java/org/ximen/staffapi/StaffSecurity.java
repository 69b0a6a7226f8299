package org.ximen.staffapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.ximen.staff.Role;

/** Who gets in where, and the headers that every answer carries. */
public final class StaffSecurity {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'";

    private StaffSecurity() {}

    /**
     * The last filter chain: the staff API by {@link Access}, the figures for administrators,
     * everything else open. No sessions, no login page.
     */
    public static SecurityFilterChain chain(HttpSecurity http, AuthenticationProvider login)
            throws Exception {
        return http.authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(StaffSecurity::access)
                .addFilterBefore(new RequestLimits(), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(StaffSecurity::notLoggedIn))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(StaffSecurity::notLoggedIn)
                                .accessDeniedHandler((q, response, e) -> denied(response)))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing is remembered by cookie; RequestLimits stops what browsers remember.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(StaffSecurity::headers)
                .build();
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
        rules.requestMatchers("/actuator/health", "/actuator/health/**").permitAll();
        rules.requestMatchers("/actuator", "/actuator/**").hasRole(Role.ADMIN.name());
        rules.anyRequest().permitAll();
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
        if (why instanceof LockedException) {
            Refusal.of("locked", String.valueOf(why.getMessage()))
                    .write(response, HttpStatus.LOCKED);
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ximen\", charset=\"UTF-8\"");
        Refusal.of("unauthorized", "请用工作人员账号和密码登录；账号或密码不对时请重新输入。")
                .write(response, HttpStatus.UNAUTHORIZED);
    }

    private static void denied(HttpServletResponse response) throws IOException {
        Refusal.of("forbidden", "你的账号没有这项权限，请联系管理员。").write(response, HttpStatus.FORBIDDEN);
    }
}

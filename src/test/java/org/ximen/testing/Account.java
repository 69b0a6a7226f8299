package org.ximen.testing;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.ximen.db.Db;
import org.ximen.played.PlayedWechat;
import org.ximen.wechat.Wechat;
import org.ximen.wechat.WechatSettings;

/** The whole product behind a played WeChat, run by hand so that nothing happens unseen. */
public final class Account implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MANY = 400;
    private static final List<org.springframework.http.converter.HttpMessageConverter<?>> WORDS =
            List.of(new StringHttpMessageConverter(StandardCharsets.UTF_8));

    public final Street street;
    public final Wechat wechat;
    private final RouterFunction<ServerResponse> routes;

    public Account(Db db, PlayedWechat played, SettableClock clock, WechatSettings settings) {
        var registry = new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
        this.wechat = new Wechat(settings, db, registry, clock);
        this.street = new Street(db, List.of(wechat.channel()), clock);
        wechat.open(
                street.features.inbox(),
                street.dialogue,
                street.outbox,
                street.features.photos(),
                street.registry);
        this.routes = wechat.route();
        wechat.active(true);
        played.bringTo((query, body) -> {
            var answer = post(query, body);
            return new PlayedWechat.Answered(answer.getStatus(), body(answer));
        });
    }

    /** As WeChat describes its limits. */
    public static WechatSettings settings(PlayedWechat played, boolean encrypted) {
        return settings(
                played,
                encrypted,
                new WechatSettings.Template(
                        WechatSettings.Template.Kind.TEMPLATE, null, "thing1", 20),
                new WechatSettings.Limits(
                        5,
                        Duration.ofHours(48),
                        3,
                        Duration.ofMinutes(1),
                        2048,
                        0,
                        32,
                        Duration.ofHours(1)));
    }

    /** With limits and a template of its own; typing is shown where nothing is encrypted. */
    public static WechatSettings settings(
            PlayedWechat played,
            boolean encrypted,
            WechatSettings.Template template,
            WechatSettings.Limits limits) {
        return new WechatSettings(
                PlayedWechat.APP_ID,
                PlayedWechat.SECRET,
                PlayedWechat.TOKEN,
                encrypted ? PlayedWechat.AES_KEY : null,
                URI.create(played.base()),
                URI.create("https://open.example"),
                "/wechat/callback",
                URI.create("https://xm.example"),
                true,
                WechatSettings.Choices.MENU,
                template,
                Duration.ofMinutes(5),
                !encrypted,
                limits);
    }

    /** A callback by hand. */
    public MockHttpServletResponse post(String query, String body) {
        var request = new MockHttpServletRequest("POST", "/wechat/callback");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return call(request, query);
    }

    /** A page or question by hand. */
    public MockHttpServletResponse get(
            String path, String query, jakarta.servlet.http.@Nullable Cookie cookie) {
        var request = new MockHttpServletRequest("GET", path);
        if (cookie != null) {
            request.setCookies(cookie);
        }
        return call(request, query);
    }

    private MockHttpServletResponse call(MockHttpServletRequest request, String query) {
        request.setQueryString(query);
        for (var pair : query.split("&")) {
            int is = pair.indexOf('=');
            if (is > 0) {
                request.setParameter(
                        pair.substring(0, is),
                        java.net.URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
            }
        }
        var response = new MockHttpServletResponse();
        var asked = ServerRequest.create(request, WORDS);
        try {
            var handler = routes.route(asked);
            if (handler.isEmpty()) {
                response.setStatus(404);
                return response;
            }
            handler.get().handle(asked).writeTo(request, response, () -> WORDS);
            return response;
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Reads all that waits, and sends what may go now. */
    public void read() {
        wechat.sort();
        wechat.rest(LONG);
        street.outbox.drain(street.clock.instant());
    }

    /** Lets seconds pass until everything has been read and what may arrive has arrived. */
    public void settle() {
        read();
        street.settle();
        for (int i = 0; i < MANY && waits(); i++) {
            street.clock.pass(Duration.ofSeconds(1));
            read();
            street.settle();
        }
    }

    // What waits for a person's word may wait for days.
    private boolean waits() {
        var soon = street.clock.instant().plus(Duration.ofMinutes(2));
        return street.db
                        .client()
                        .sql(
                                """
                                select (select count(*) from raw_message where state = 'WAITING')
                                  + (select count(*) from outbox
                                     where state in ('PENDING', 'SENDING') and channel = 'wechat'
                                       and due_at < ?)
                                from (values (1)) as v(x)
                                """)
                        .param(org.ximen.db.Times.utc(soon))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** How messages stand, by state and what is said of it. */
    public Optional<String> newest(String openid) {
        return street.db
                .client()
                .sql(
                        """
                        select state || ' ' || coalesce(detail, '') from outbox
                        where channel = 'wechat' and address = ? order by id desc
                        fetch first 1 rows only
                        """)
                .param(openid)
                .query(String.class)
                .optional();
    }

    @Override
    public void close() {
        wechat.close();
        try {
            street.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.ximen.wechat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Opens the web chat inside WeChat: as the same person where the account may ask who that is (网页授权,
 * scope snsapi_base, nothing is asked of the person), else as a page of its own.
 */
final class PageDoor {
    /** Where the menu leads. */
    static final String PATH = "/wechat/page";

    private static final Logger LOG = LoggerFactory.getLogger(PageDoor.class);
    private static final String STATE = "ximen-wechat";
    private static final Cookie[] NONE = {};
    private static final int SECONDS = 600;
    private static final String CONVERSATION = "ximen-conversation";
    private static final int SECONDS_TO_TAKE = 60;
    private static final URI FRONT = URI.create("/");

    private final WechatApi api;
    private final WechatSettings settings;
    private final PageTable pages;
    private final InstantSource clock;

    PageDoor(WechatApi api, WechatSettings settings, PageTable pages, InstantSource clock) {
        this.api = api;
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
    }

    ServerResponse open(ServerRequest request) {
        var page = settings.pageUrl();
        if (!settings.signIn() || page == null) {
            return to(FRONT, null);
        }
        var code = request.param("code").orElse("");
        if (code.isEmpty()) {
            return ask(page);
        }
        // Only the browser that we sent to ask comes back with our word.
        var state = request.param("state").orElse("");
        var cookies = Objects.requireNonNullElse(request.servletRequest().getCookies(), NONE);
        boolean ours =
                Arrays.stream(cookies)
                        .anyMatch(each ->
                                each.getName().equals(STATE)
                                        && !state.isEmpty()
                                        && each.getValue().equals(state));
        return ours ? enter(code) : to(FRONT, null);
    }

    private ServerResponse ask(URI page) {
        var state = UUID.randomUUID().toString();
        var address =
                settings.authorize()
                        + "/connect/oauth2/authorize?appid="
                        + WechatApi.encoded(settings.requiredAppId())
                        + "&redirect_uri="
                        + WechatApi.encoded(page + PATH)
                        + "&response_type=code&scope=snsapi_base&state="
                        + state
                        + "#wechat_redirect";
        return to(URI.create(address), cookie(state, SECONDS));
    }

    private ServerResponse enter(String code) {
        try {
            var openid = api.person(code);
            var conversation = UUID.randomUUID().toString();
            pages.insert(conversation, openid, clock.instant());
            // Nobody else can put a cookie here, as they could an address.
            return ServerResponse.status(HttpStatus.FOUND)
                    .location(FRONT)
                    .header("Cache-Control", "no-store")
                    .cookie(cookie("", 0))
                    .cookie(handedOver(conversation))
                    .build();
        } catch (WechatRefused | WechatUnreachable e) {
            LOG.warn("a page opened as one of its own: {}", e.getMessage());
            return to(FRONT, cookie("", 0));
        }
    }

    /** The page takes it and drops it at once. */
    private static Cookie handedOver(String conversation) {
        var cookie = new Cookie(CONVERSATION, conversation);
        cookie.setPath("/");
        cookie.setMaxAge(SECONDS_TO_TAKE);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(STATE, value);
        cookie.setHttpOnly(true);
        cookie.setPath(PATH);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static ServerResponse to(URI address, @Nullable Cookie cookie) {
        var answer =
                ServerResponse.status(HttpStatus.FOUND)
                        .location(address)
                        .header("Cache-Control", "no-store");
        return cookie == null ? answer.build() : answer.cookie(cookie).build();
    }
}

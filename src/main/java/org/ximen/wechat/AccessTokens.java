package org.ximen.wechat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.db.Db;

/**
 * The access token, one for all machines: kept in the database, fetched again by whichever machine
 * claims it. The stable token is asked for ({@code /cgi-bin/stable_token}): a token fetched twice
 * does not make the first invalid.
 */
final class AccessTokens {
    // A token is fetched anew this long before its end, so that none ends under way.
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final int LOOKS = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int SHORTEST = 60;

    private final WechatHttp http;
    private final WechatSettings settings;
    private final AccessTokenTable table;
    private final InstantSource clock;

    AccessTokens(WechatHttp http, WechatSettings settings, Db db, InstantSource clock) {
        this.http = http;
        this.settings = settings;
        this.table = new AccessTokenTable(db, settings.requiredAppId());
        this.clock = clock;
    }

    /** A valid token, fetched by this machine or another where there is none. */
    String get() throws WechatRefused, WechatUnreachable {
        for (int look = 0; look < LOOKS; look++) {
            var known = valid();
            if (known.isPresent()) {
                return known.get();
            }
            if (claims()) {
                return fetch();
            }
            rest();
        }
        throw new WechatUnreachable("another machine fetches the token", false, null);
    }

    private Optional<String> valid() {
        var good = clock.instant().plus(MARGIN);
        return table.find()
                .filter(stored -> stored.until().isAfter(good))
                .flatMap(stored -> Optional.ofNullable(stored.token()));
    }

    private boolean claims() {
        var now = clock.instant();
        try {
            return table.claim(now.plus(MARGIN), now.plus(CLAIM), now);
        } catch (DuplicateKeyException e) {
            // Two machines at once: the other was faster.
            return false;
        }
    }

    private String fetch() throws WechatRefused, WechatUnreachable {
        boolean fetched = false;
        try {
            // Another may have fetched it between our look and our claim.
            var known = valid();
            var token = known.isPresent() ? known.get() : ask();
            fetched = true;
            return token;
        } finally {
            if (!fetched) {
                table.release(clock.instant());
            }
        }
    }

    private String ask() throws WechatRefused, WechatUnreachable {
        var body =
                WechatHttp.JSON
                        .createObjectNode()
                        .put("grant_type", "client_credential")
                        .put("appid", settings.requiredAppId())
                        .put("secret", settings.requiredSecret())
                        .put("force_refresh", false);
        var answer = http.post(address(), body);
        var token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new WechatUnreachable("an answer without a token", false, null);
        }
        var now = clock.instant();
        table.keep(token, until(answer.path("expires_in").asInt(SHORTEST), now), now);
        return token;
    }

    // A token that ends within the margin would be fetched by every call.
    private static Instant until(int seconds, Instant now) {
        var least = MARGIN.plusSeconds(SHORTEST);
        var given = Duration.ofSeconds(seconds);
        return now.plus(given.compareTo(least) < 0 ? least : given);
    }

    private URI address() {
        return URI.create(settings.api() + "/cgi-bin/stable_token");
    }

    private static void rest() throws WechatUnreachable {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WechatUnreachable("interrupted", false, e);
        }
    }

    /** WeChat does not take this token any more. */
    void drop(String token) {
        table.drop(token, clock.instant());
    }
}

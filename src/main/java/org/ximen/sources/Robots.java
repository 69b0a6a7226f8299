package org.ximen.sources;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What each site lets us read, by its robots.txt (RFC 9309). */
final class Robots {
    private static final List<String> NAME = List.of("ximenbot");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    // Parsers must take at least 500 KiB, and need not take more.
    private static final int MOST_BYTES = 500 << 10;

    /**
     * @param trouble why the rules could not be read; null if they were, or if there are none
     */
    private record Known(BaseRobotRules rules, @Nullable String trouble, Instant until) {}

    private final Map<String, Known> sites = new ConcurrentHashMap<>();

    /** How robots.txt is asked for. */
    interface Asking {
        Answer get(HttpUrl address) throws IOException, Stray;
    }

    /** Whether its rules are known well enough. */
    boolean knows(HttpUrl address, Instant now) {
        var known = sites.get(site(address));
        return known != null && now.isBefore(known.until());
    }

    /** Asks for the rules of an address. */
    void learn(HttpUrl address, Asking asking, Instant now) {
        sites.put(site(address), read(address, asking, now));
    }

    /** Why the rules of a site that was asked could not be read; without them we do not read. */
    @Nullable String trouble(HttpUrl address) {
        var known = sites.get(site(address));
        return known == null ? "还没有读" : known.trouble();
    }

    /** Whether a known site lets us read an address. */
    boolean allows(HttpUrl address) {
        var known = sites.get(site(address));
        return known != null && known.rules().isAllowed(address.toString());
    }

    /** How long to wait between two requests, if the site says so. */
    Duration pause(HttpUrl address) {
        var known = sites.get(site(address));
        long millis = known == null ? 0 : Math.max(0, known.rules().getCrawlDelay());
        var asked = Duration.ofMillis(millis);
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }

    private static Known read(HttpUrl address, Asking asking, Instant now) {
        try (var answer = asking.get(address.newBuilder("/robots.txt").build())) {
            int status = answer.status();
            if (status >= 200 && status < 300) {
                return new Known(parsed(answer), null, now.plus(DAY));
            }
            return status >= 400 && status < 500 && status != 429
                    ? new Known(all(RobotRulesMode.ALLOW_ALL), null, now.plus(DAY))
                    : closed(String.valueOf(status), now);
        } catch (IOException e) {
            return closed(Judgement.said(e), now);
        } catch (Stray e) {
            return closed(String.valueOf(e.getMessage()), now);
        }
    }

    private static Known closed(String why, Instant now) {
        return new Known(all(RobotRulesMode.ALLOW_NONE), why, now.plus(HOUR));
    }

    private static BaseRobotRules parsed(Answer answer) throws IOException {
        var bytes = answer.bytes();
        var head = Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES));
        // The parser counts what is longer than its own limit as "keep out".
        return new SimpleRobotRulesParser(Long.MAX_VALUE, Integer.MAX_VALUE)
                .parseContent(answer.at().toString(), head, "text/plain", NAME);
    }

    private static SimpleRobotRules all(RobotRulesMode mode) {
        return new SimpleRobotRules(mode);
    }

    private static String site(HttpUrl address) {
        return address.scheme() + "://" + address.host() + ":" + address.port();
    }
}

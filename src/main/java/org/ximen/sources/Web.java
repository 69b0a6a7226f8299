package org.ximen.sources;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * The web as we may see it: known hosts, public addresses, what robots.txt allows, within limits.
 */
final class Web {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_HOPS = 5;

    private final Wire wire;
    private final Limits limits;
    private final Supplier<String> agent;
    private final Robots robots = new Robots();

    /**
     * @param agent what we call ourselves
     */
    Web(Network network, Limits limits, Supplier<String> agent) {
        this.wire = new Wire(network, limits);
        this.limits = limits;
        this.agent = agent;
    }

    /** Learns what a site allows, if it is not known; true if the site was asked. */
    boolean introduce(HttpUrl address, Hosts hosts, Instant now) {
        if (robots.knows(address, now)) {
            return false;
        }
        robots.learn(address, at -> follow(at, hosts, Marks.NONE, none -> {}), now);
        return true;
    }

    /** When a site that is asked now may be asked again. */
    Instant rested(Turn turn) {
        var asked = robots.pause(turn.source().start());
        return turn.now().plus(asked.compareTo(limits.pause()) > 0 ? asked : limits.pause());
    }

    /** Asks for a page. */
    Fetched get(HttpUrl address, Hosts hosts, Marks marks, Instant now) {
        try {
            return Judgement.of(follow(address, hosts, marks, hop -> enter(hop, hosts, now)), now);
        } catch (Stray e) {
            return new Fetched.Refused(Objects.requireNonNull(e.getMessage()));
        } catch (IOException e) {
            return Judgement.of(e);
        }
    }

    /** What must hold before a step. */
    private interface Entry {
        void check(HttpUrl hop) throws IOException, Stray;
    }

    private void enter(HttpUrl hop, Hosts hosts, Instant now) throws IOException, Stray {
        introduce(hop, hosts, now);
        var trouble = robots.trouble(hop);
        if (trouble != null) {
            throw new Judgement.Closed(trouble);
        }
        if (!robots.allows(hop)) {
            throw new Stray("网站的 robots.txt 不允许收");
        }
    }

    private Answer follow(HttpUrl address, Hosts hosts, Marks marks, Entry entry)
            throws IOException, Stray {
        var hop = address;
        for (int hops = 0; hops <= MOST_HOPS; hops++) {
            var refusal = hosts.refusal(hop);
            if (refusal != null) {
                throw new Stray(refusal);
            }
            entry.check(hop);
            var answer = wire.get(hop, headers(marks));
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            try (answer) {
                hop = next(answer);
            }
        }
        throw new Stray("网址转来转去，没有尽头");
    }

    private static HttpUrl next(Answer answer) throws Stray {
        var location = answer.header("Location");
        var next = location == null ? null : answer.at().resolve(location.strip());
        if (next == null) {
            throw new Stray("网址转到了不认识的地方");
        }
        return next;
    }

    private Headers headers(Marks marks) {
        var headers =
                new Headers.Builder()
                        .add("User-Agent", agent.get())
                        .add("Accept", "text/html,application/pdf;q=0.9,*/*;q=0.5")
                        .add("Accept-Language", "zh-CN,zh;q=0.9");
        marks.into(headers);
        return headers.build();
    }
}

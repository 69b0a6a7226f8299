package org.ximen.sources;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
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

    /** How long a site wants to be left alone between two requests. */
    Duration pause(HttpUrl address) {
        var asked = robots.pause(address);
        return asked.compareTo(limits.pause()) > 0 ? asked : limits.pause();
    }

    /** Asks for a page. */
    Fetched get(HttpUrl address, Hosts hosts, Marks marks, Instant now) {
        try {
            return fetched(follow(address, hosts, marks, hop -> enter(hop, hosts, now)), now);
        } catch (Stray e) {
            return new Fetched.Refused(Objects.requireNonNull(e.getMessage()));
        } catch (Closed e) {
            return new Fetched.Failed("读不到网站的 robots.txt，这次不看");
        } catch (Network.Inside e) {
            return new Fetched.Refused("网址指向内部网络，没有打开");
        } catch (Wire.TooLong e) {
            return new Fetched.Refused("超过 " + (limits.bytes() >> 20) + " MB，没有收");
        } catch (IOException e) {
            return new Fetched.Failed(trouble(e));
        }
    }

    private static String trouble(IOException e) {
        return switch (e) {
            case InterruptedIOException slow -> "网站太慢，没有等到";
            case UnknownHostException unknown -> "找不到网站";
            case SSLException broken -> "网站的证书有问题，没有打开";
            default -> "网站连不上";
        };
    }

    /** What must hold before a step. */
    private interface Entry {
        void check(HttpUrl hop) throws IOException, Stray;
    }

    private void enter(HttpUrl hop, Hosts hosts, Instant now) throws IOException, Stray {
        introduce(hop, hosts, now);
        switch (robots.verdict(hop)) {
            case ALLOWED -> {}
            case FORBIDDEN -> throw new Stray("网站的 robots.txt 不允许收");
            case UNREACHABLE -> throw new Closed();
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

    private static Fetched fetched(Answer answer, Instant now) {
        if (answer.status() == 200) {
            return new Fetched.Page(answer);
        }
        try (answer) {
            return refused(answer, now);
        }
    }

    private static Fetched refused(Answer answer, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 304 -> new Fetched.Unchanged();
            case 404, 410 -> new Fetched.Gone("网站上已没有这一页（" + status + "）");
            case 429 -> new Fetched.Later(RetryAfter.of(answer, now), "网站请我们晚点再来（429）");
            case 503 ->
                    answer.header("Retry-After") == null
                            ? new Fetched.Failed("网站暂时打不开（503）")
                            : new Fetched.Later(RetryAfter.of(answer, now), "网站请我们晚点再来（503）");
            case 401, 403 -> new Fetched.Failed("网站不让看（" + status + "）");
            default -> new Fetched.Failed("网站出错（" + status + "）");
        };
    }

    /** The site's rules could not be read. */
    private static final class Closed extends IOException {
        private static final long serialVersionUID = 1;

        Closed() {
            super("robots.txt unreachable");
        }
    }
}

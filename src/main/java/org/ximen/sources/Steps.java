package org.ximen.sources;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of a round: begin, read robots.txt, read a page of the list, check a page, or end. */
final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    // What was gone for so long hardly comes back; it is asked for only while the list names it.
    private static final Duration FORGOTTEN = Duration.ofDays(90);

    private final RoundTable rounds;
    private final PageTable pages;
    private final Tools tools;

    /** What does the work. */
    record Tools(Web web, Lists lists, Checks checks, MeterRegistry registry) {}

    Steps(RoundTable rounds, PageTable pages, Tools tools) {
        this.rounds = rounds;
        this.pages = pages;
        this.tools = tools;
    }

    /** Takes it, and says when the site may be asked again. */
    Instant take(Turn turn) {
        var begun = turn.round().begunAt();
        if (begun == null) {
            rounds.update(turn.round().begun(turn.source(), turn.now()));
            return turn.now();
        }
        var source = turn.source();
        if (tools.web().introduce(source.start(), source.allowed(), turn.now())) {
            return rest(turn, turn.now());
        }
        return turn.round().list() == null ? check(turn, begun) : list(turn);
    }

    /** Lets the site rest for its pause, or longer where it asked for that. */
    private Instant rest(Turn turn, Instant asked) {
        var rested = tools.web().rested(turn);
        var until = asked.isAfter(rested) ? asked : rested;
        rounds.update(turn.round().waiting(until));
        return until;
    }

    private Instant list(Turn turn) {
        var list = Objects.requireNonNull(turn.round().list());
        var round = tools.lists().read(turn, list);
        if (round.trouble() != null && round.begunAt() == null) {
            count("ximen.sources.rounds", "outcome", "trouble");
        }
        return round.begunAt() == null ? tools.web().rested(turn) : round.nextAt();
    }

    private Instant check(Turn turn, Instant begun) {
        var source = turn.source();
        var results = pages.results(source.name(), begun);
        int done = results.values().stream().mapToInt(Integer::intValue).sum();
        var page = pages.next(source.name(), begun, turn.now().minus(FORGOTTEN));
        if (page.isEmpty() || done >= source.mostPages()) {
            return end(turn, begun, results);
        }
        var checked = tools.checks().check(source, page.get(), turn.now());
        count("ximen.sources.pages", "result", checked.result().name().toLowerCase(Locale.ROOT));
        return rest(turn, checked.until());
    }

    private Instant end(Turn turn, Instant begun, Map<Result, Integer> results) {
        var source = turn.source();
        pages.forget(source.name(), begun);
        var next = begun.plus(source.interval());
        var rested = tools.web().rested(turn);
        rounds.update(turn.round().ended(null, next.isAfter(rested) ? next : rested, turn.now()));
        count("ximen.sources.rounds", "outcome", "done");
        LOG.info("来源 {}：{}", source.name(), said(results));
        return turn.now();
    }

    private void count(String name, String tag, String value) {
        tools.registry().counter(name, tag, value).increment();
    }

    private static String said(Map<Result, Integer> results) {
        return results.isEmpty()
                ? "没有文章要看"
                : results.entrySet().stream()
                        .map(entry -> entry.getKey().shown() + " " + entry.getValue())
                        .collect(Collectors.joining("、"));
    }
}

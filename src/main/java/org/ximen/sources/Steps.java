package org.ximen.sources;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.documents.Unreadable;

/** One step of a round: begin, read robots.txt, read a page of the list, check a page, or end. */
final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    // What was gone for so long hardly comes back; it is asked for only while the list names it.
    private static final Duration FORGOTTEN = Duration.ofDays(90);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Db db;
    private final RoundTable rounds;
    private final PageTable pages;
    private final Web web;
    private final Checks checks;
    private final MeterRegistry registry;

    Steps(
            Db db,
            RoundTable rounds,
            PageTable pages,
            Web web,
            Checks checks,
            MeterRegistry registry) {
        this.db = db;
        this.rounds = rounds;
        this.pages = pages;
        this.web = web;
        this.checks = checks;
        this.registry = registry;
    }

    /** Takes it, and says when the site may be asked again. */
    Instant take(SourcesFile followed, Source source, Round round, Instant now) {
        var begun = round.begunAt();
        if (begun == null) {
            rounds.update(round.begun(source, now));
            return now;
        }
        if (web.introduce(source.start(), source.allowed(), now)) {
            return rest(round, rested(source, now));
        }
        var list = round.list();
        return list == null
                ? check(source, round, begun, now)
                : read(followed, source, round, list, now);
    }

    private Instant rested(Source source, Instant now) {
        return now.plus(web.pause(source.start()));
    }

    private Instant rest(Round round, Instant until) {
        rounds.update(round.waiting(until));
        return until;
    }

    private Instant read(
            SourcesFile followed, Source source, Round round, HttpUrl list, Instant now) {
        var fetched = web.get(list, source.allowed(), Marks.NONE, now);
        return switch (fetched) {
            case Fetched.Page(var answer) -> {
                try (answer) {
                    yield listed(followed, source, round, answer, now);
                }
            }
            case Fetched.Later(var at, var why) -> rest(round, at);
            case Fetched.Gone(var why) -> trouble(source, round, why, now);
            case Fetched.Failed(var why) -> trouble(source, round, why, now);
            case Fetched.Refused(var why) -> trouble(source, round, why, now);
            case Fetched.Unchanged() -> trouble(source, round, "网站答非所问（304）", now);
        };
    }

    private Instant listed(
            SourcesFile followed, Source source, Round round, Answer answer, Instant now) {
        try {
            if (Files.size(answer.file()) > ListPage.MOST_BYTES) {
                return trouble(source, round, "列表页太大", now);
            }
            var page = ListPage.of(answer.bytes(), answer.at(), source);
            return page.links().isEmpty()
                    ? trouble(source, round, "列表页里没有找到文章链接，请检查 links 和 pattern", now)
                    : noted(followed, source, round, page, now);
        } catch (IOException | Unreadable e) {
            return trouble(source, round, "列表页读不了：" + e.getMessage(), now);
        }
    }

    private Instant noted(
            SourcesFile followed, Source source, Round round, ListPage page, Instant now) {
        var until = rested(source, now);
        db.run(() -> {
            page.links().forEach(link -> pages.see(source.name(), link, now));
            pages.inherit(source.name(), followed.names(), now);
            rounds.update(round.listed(page.next()).waiting(until));
        });
        return until;
    }

    /** Without its list a site is not in order, and what is missing there means nothing. */
    private Instant trouble(Source source, Round round, String why, Instant now) {
        if (!source.start().equals(round.list())) {
            // The first page of the list was read, so the round goes on.
            LOG.warn("来源 {}：后面的列表页没有读到：{}", source.name(), why);
            var until = rested(source, now);
            rounds.update(round.listed(null).waiting(until));
            return until;
        }
        LOG.warn("来源 {}：列表页 {} 没有读到：{}；已收的文章照旧", source.name(), source.list(), why);
        registry.counter("ximen.sources.rounds", "outcome", "trouble").increment();
        var next = now.plus(AGAIN.compareTo(source.interval()) < 0 ? AGAIN : source.interval());
        rounds.update(round.ended(why, next, now));
        return rested(source, now);
    }

    private Instant check(Source source, Round round, Instant begun, Instant now) {
        var results = pages.results(source.name(), begun);
        int done = results.values().stream().mapToInt(Integer::intValue).sum();
        var page = pages.next(source.name(), begun, now.minus(FORGOTTEN));
        if (page.isEmpty() || done >= source.mostPages()) {
            return end(source, round, begun, results, now);
        }
        var checked = checks.check(source, page.get(), now);
        var result = checked.result().name().toLowerCase(Locale.ROOT);
        registry.counter("ximen.sources.pages", "result", result).increment();
        var rested = rested(source, now);
        return rest(round, checked.until().isAfter(rested) ? checked.until() : rested);
    }

    private Instant end(
            Source source, Round round, Instant begun, Map<Result, Integer> results, Instant now) {
        pages.forget(source.name(), begun);
        var next = begun.plus(source.interval());
        rounds.update(round.ended(null, next.isAfter(now) ? next : rested(source, now), now));
        registry.counter("ximen.sources.rounds", "outcome", "done").increment();
        LOG.info("来源 {}：{}", source.name(), said(results));
        return now;
    }

    private static String said(Map<Result, Integer> results) {
        var words =
                results.entrySet().stream()
                        .map(entry -> entry.getKey().shown() + " " + entry.getValue())
                        .collect(Collectors.joining("、"));
        return Objects.requireNonNullElse(words.isEmpty() ? null : words, "没有文章要看");
    }
}

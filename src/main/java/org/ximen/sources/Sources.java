package org.ximen.sources;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.knowledge.Import;
import org.ximen.knowledge.Library;

/**
 * Follows the list pages of {@code sources.yaml}. A round of a source reads its list and checks its
 * pages, one request a step; where it stands is in the database, so any machine takes the next
 * step.
 */
public final class Sources {
    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final Supplier<SourcesFile> file;
    private final RoundTable rounds;
    private final PageTable pages;
    private final Steps steps;
    // Two sources of one site share its patience.
    private final Map<String, Instant> rests = new HashMap<>();

    public Sources(Db db, Library library, Supplier<SourcesFile> file, MeterRegistry registry) {
        this(db, library, file, new Outside(Network.PUBLIC, Limits.USUAL, registry));
    }

    /** What lies around: the network, limits, and where figures go. */
    record Outside(Network network, Limits limits, MeterRegistry registry) {}

    Sources(Db db, Library library, Supplier<SourcesFile> file, Outside outside) {
        this.file = file;
        this.rounds = new RoundTable(db);
        this.pages = new PageTable(db);
        var web = new Web(outside.network(), outside.limits(), () -> file.get().agent());
        var checks = new Checks(db, library, pages, web);
        var lists = new Lists(db, rounds, pages, web);
        var tools = new Steps.Tools(web, lists, checks, outside.registry());
        this.steps = new Steps(rounds, pages, tools);
    }

    /**
     * Takes the next step of a source that is due, which is at most one question to a site; meant
     * to be called every second by one machine at a time. False if there is nothing to do now.
     */
    public boolean sweep(Instant now) {
        var followed = file.get();
        var due = followed.sources().isEmpty() ? Optional.<Round>empty() : due(followed, now);
        due.ifPresent(round -> step(followed, round, now));
        return due.isPresent();
    }

    private Optional<Round> due(SourcesFile followed, Instant now) {
        return all(followed, now).stream()
                .filter(round ->
                        followed.find(round.source())
                                .filter(source -> round.isDue(source, now))
                                .filter(source -> isRested(source, now))
                                .isPresent())
                .findFirst();
    }

    private List<Round> all(SourcesFile followed, Instant now) {
        var all = new ArrayList<>(rounds.list());
        var known = all.stream().map(Round::source).collect(Collectors.toSet());
        for (var name : followed.names()) {
            if (!known.contains(name)) {
                var first = Round.first(name, now);
                rounds.insert(first);
                all.add(first);
            }
        }
        return all;
    }

    private boolean isRested(Source source, Instant now) {
        return !now.isBefore(rests.getOrDefault(source.start().host(), Instant.MIN));
    }

    private void step(SourcesFile followed, Round round, Instant now) {
        var source = followed.find(round.source()).orElseThrow();
        var turn = new Turn(followed, source, round, now);
        var next = IsolatedRun.of(() -> steps.take(turn), why -> aside(turn, why));
        rests.put(source.start().host(), next);
    }

    /** A source whose step fails ends its round, and holds up no other. */
    private Instant aside(Turn turn, Throwable why) {
        LOG.error("来源 {} 这一轮没有走完，{} 以后再试", turn.source().name(), AFTER_FAILURE, why);
        var next = turn.now().plus(AFTER_FAILURE);
        rounds.update(turn.round().ended("读这个来源时程序出错，记录在日志里", next, turn.now()));
        return turn.now();
    }

    /** What became of each page, and which lists cannot be read. */
    public List<Import> imports() {
        var followed = file.get();
        var troubles =
                rounds.list().stream()
                        .flatMap(round ->
                                followed.find(round.source()).stream()
                                        .flatMap(source -> trouble(source, round)));
        return Stream.concat(troubles, pages.reports().stream()).toList();
    }

    private static Stream<Import> trouble(Source source, Round round) {
        var why = round.trouble();
        var at = round.endedAt();
        return why == null || at == null
                ? Stream.of()
                : Stream.of(
                        new Import(
                                source.list(),
                                Import.State.REFUSED,
                                null,
                                source.name(),
                                true,
                                List.of(why),
                                List.of(),
                                at));
    }
}

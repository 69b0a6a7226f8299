package org.ximen.sources;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Asker;
import org.ximen.knowledge.Audience;
import org.ximen.knowledge.Dictionary;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Import;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.SynonymsFile;
import org.ximen.knowledge.Validity;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.testing.SettableClock;

/** A street that follows one {@link Site}. */
final class Followed implements AutoCloseable {
    private static final Dictionary NO_WORDS = new Dictionary(() -> new SynonymsFile(List.of()));
    static final Duration PAUSE = Duration.ofSeconds(2);
    static final Duration DAY = Duration.ofDays(1);

    final SettableClock clock = new SettableClock("2026-11-25T02:00:00Z");
    final MeterRegistry registry = new SimpleMeterRegistry();
    final Site site;
    final Library library;
    private final LuceneRetriever retriever;
    private final Db db;
    private SourcesFile file;
    private Limits limits = new Limits(Duration.ofSeconds(20), 1 << 20, PAUSE);
    private Sources sources;

    Followed(Db db, Path home, Site site) throws IOException {
        this.db = db;
        this.site = site;
        Files.createDirectories(home.resolve("knowledge"));
        this.retriever = new LuceneRetriever(home.resolve("index"), "none");
        this.library = new Library(home.resolve("knowledge"), db, retriever);
        this.file = new SourcesFile("it@street.test", List.of(source(null)));
        this.sources = sources();
    }

    /** The usual source, with the ports of the site. */
    Source source(@Nullable String kind) {
        return source(site.at("/list.html"), "ul.list a", kind);
    }

    Source source(String list, @Nullable String links, @Nullable String kind) {
        var hosts = List.of("www.street.test:" + site.port(), "file.street.test:" + site.port());
        return new Source(
                "街道", list, links, null, null, 2, kind, "某某街道办事处", null, null, null, null, hosts);
    }

    /** Another list of the same site. */
    Source other(String list) {
        var one = source(list, "ul.list a", null);
        return new Source(
                "另一个",
                list,
                one.links(),
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                one.hosts());
    }

    void follow(Source... followed) {
        file = new SourcesFile("it@street.test", List.of(followed));
    }

    void limits(Duration time, long bytes) {
        limits = new Limits(time, bytes, PAUSE);
        restart();
    }

    /** What was only in memory is lost. */
    void restart() {
        sources = sources();
    }

    private Sources sources() {
        var network = new Network(Followed::lookup, Followed::isOpen);
        return new Sources(db, library, () -> file, new Sources.Outside(network, limits, registry));
    }

    private static List<InetAddress> lookup(String host) throws UnknownHostException {
        return switch (host) {
            case "www.street.test", "file.street.test" ->
                    List.of(InetAddress.getByName(Site.ADDRESS));
            default -> throw new UnknownHostException(host);
        };
    }

    /** The public internet and the site of the test, not the rest of this machine. */
    static boolean isOpen(InetAddress address) {
        return Network.isPublic(address) || address.getHostAddress().equals(Site.ADDRESS);
    }

    /** One round a day, as long as there is something to do. */
    void round() {
        while (sources.sweep(clock.instant())) {
            clock.pass(PAUSE);
        }
        library.refresh(clock.instant());
        clock.pass(DAY);
    }

    /** One step; false if nothing is due. */
    boolean step() {
        return sources.sweep(clock.instant());
    }

    /** All steps that are due at this instant; false if there is none. */
    boolean stepsOfNow() {
        boolean any = false;
        while (step()) {
            any = true;
        }
        return any;
    }

    /** What was made of a page. */
    Import report(String path) {
        return sources.imports().stream()
                .filter(report -> report.file().equals(site.at(path)))
                .findFirst()
                .orElseThrow();
    }

    List<Import> reports() {
        return sources.imports();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    /** The articles that count today. */
    List<Article> current() {
        return library.list().stream()
                .filter(article -> article.on(today()) == Validity.CURRENT)
                .toList();
    }

    /** Their texts, to compare. */
    List<String> texts() {
        return current().stream().map(Article::text).toList();
    }

    Answers answers() {
        return new Answers(library, retriever, null, NO_WORDS);
    }

    String answer(String question) {
        var found = answers().answer(question, Asker.of(Audience.RESIDENT), today());
        return found instanceof Answered answered ? answered.text() : "";
    }

    double pages(String result) {
        return registry.counter("ximen.sources.pages", "result", result).count();
    }

    @Override
    public void close() throws IOException {
        retriever.close();
    }
}

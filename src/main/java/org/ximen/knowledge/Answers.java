package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Lapsed;
import org.ximen.knowledge.Finding.Nothing;
import org.ximen.knowledge.Finding.Source;
import org.ximen.knowledge.Finding.Unsure;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.meaning.Embedder;
import org.ximen.spelling.Respelling;
import org.ximen.text.Plain;

/** Answers questions from the articles that count on the day, in their own words. */
public final class Answers {
    private static final int MOST_LAPSED = 3;
    // A second source is quoted only if it is nearly as good as the first, in the ranker's points.
    private static final double NEARLY = 1.2;
    // What is over is not named where what counts is nearer than this, in cosines.
    private static final double HARDLY = 0.02;

    private final Supplier<Shelf> shelf;
    private final Finder finder;
    private final Earlier earlier;
    private final Respelling respelling;
    private final EnglishAnswers english;

    /**
     * @param embedder without one, or while passages lack their vectors, words alone decide
     */
    public Answers(
            Library library,
            Retriever retriever,
            @Nullable Embedder embedder,
            Dictionary dictionary) {
        this(library::shelf, retriever, embedder, dictionary);
    }

    Answers(
            Supplier<Shelf> shelf,
            Retriever retriever,
            @Nullable Embedder embedder,
            Dictionary dictionary) {
        this.shelf = shelf;
        this.respelling =
                new Respelling(
                        retriever,
                        () -> shelf.get().heads(),
                        dictionary::words,
                        Thread::startVirtualThread);
        var synonyms = new Synonyms(dictionary::synonyms);
        this.finder = new Finder(shelf, retriever, embedder, synonyms, respelling);
        this.earlier = new Earlier(shelf, finder);
        this.english = new EnglishAnswers(shelf, retriever, () -> dictionary.synonyms().english());
    }

    /** Takes in all known words now, so that the first question does not wait for it. */
    public void warm() {
        finder.warm();
        english.warm();
    }

    /**
     * Words typed in pinyin as they were probably meant; empty where there is Chinese in them, or
     * nothing is known that they stand for.
     *
     * @param text made comparable
     */
    public Optional<String> fromPinyin(String text) {
        return hasChinese(text)
                ? Optional.empty()
                : Optional.of(respelling.of(text).text()).filter(Answers::hasChinese);
    }

    private static boolean hasChinese(String text) {
        return text.chars().anyMatch(Character::isIdeographic);
    }

    /** The article, whether or not it still counts. */
    public Optional<Article> article(String id) {
        return shelf.get().article(id);
    }

    /** All that stands where an answer cites. */
    String text(Source source) {
        return shelf.get().passages(source.article()).stream()
                .filter(passage ->
                        passage.heading().equals(Objects.requireNonNullElse(source.section(), "")))
                .map(Passage::text)
                .collect(Collectors.joining("\n"));
    }

    /**
     * The answer to a question, as of a day: to one in English from the English articles, to any
     * other from the Chinese ones.
     */
    public Finding answer(String question, Asker asker, LocalDate today) {
        return inEnglish(question, List.of(), asker, today)
                .orElseGet(() -> inChinese(question, asker, today));
    }

    /**
     * The answer to an English question; empty for any other.
     *
     * @param cited ids of articles that were cited before: it may go on from them
     */
    public Optional<Finding> inEnglish(
            String question, Collection<String> cited, Asker asker, LocalDate today) {
        return EnglishAnswers.isMeant(question, asker)
                ? Optional.of(english.answer(question, cited, asker, today))
                : Optional.empty();
    }

    private Finding inChinese(String question, Asker asker, LocalDate today) {
        var inquiry = finder.inquiry(question, asker, today);
        if (inquiry.asking().text().isEmpty()) {
            return new Nothing(List.of(), List.of(), 0);
        }
        return earlier.asked(inquiry.asking())
                .<Finding>map(old -> old(inquiry.asking(), old))
                .orElseGet(() -> now(inquiry));
    }

    /**
     * What the articles cited before say to a question that goes on from there; empty if it stands
     * by itself, or if they do not say it and something else does.
     *
     * @param continuation tells by the words alone how likely it goes on
     */
    public Optional<Finding> goingOn(
            String question,
            Topic before,
            Continuation continuation,
            Asker asker,
            LocalDate today) {
        if (before.articles().isEmpty() || Plain.comparable(question).isEmpty()) {
            return Optional.empty();
        }
        if (EnglishAnswers.isMeant(question, asker)) {
            return english.goingOn(question, before.articles(), asker, today);
        }
        var next = next(question, before, continuation, asker, today);
        return next.goesOn()
                ? next.finding(found -> quoted(found.asked(), List.of(found)))
                : Optional.empty();
    }

    /**
     * What an article that was just told as a whole, such as a notice, says to a question that goes
     * on from it; empty if the question stands by itself.
     */
    public Optional<Finding> within(
            String question, Topic told, Continuation continuation, Asker asker, LocalDate today) {
        var next = next(question, told, continuation, asker, today);
        return next.goesOn()
                ? next.ofCited(found -> quoted(found.asked(), List.of(found)))
                : Optional.empty();
    }

    /**
     * The passages for a question in the order in which {@link #answer} looks at them, best first;
     * with another mode than HYBRID, as one stage alone would order them.
     */
    public List<Passage> ranked(String question, Asker asker, LocalDate today, Mode mode) {
        var asking = finder.inquiry(question, asker, today).asking();
        return finder.find(asking, Scope.CURRENT, mode).map(Found::passage).toList();
    }

    FollowUp next(
            String question,
            Topic before,
            Continuation continuation,
            Asker asker,
            LocalDate today) {
        return new FollowUp(shelf, finder, continuation, question, before, asker, today);
    }

    Finder finder() {
        return finder;
    }

    private Finding now(Inquiry inquiry) {
        var found = inquiry.found();
        var same = new Same(inquiry.asking().text());
        return found.stream()
                .filter(f -> same.asks(f.passage()))
                .findFirst()
                .<Finding>map(f -> whole(f, inquiry.asking().day()))
                .orElseGet(() -> judged(inquiry, found));
    }

    private Finding judged(Inquiry inquiry, List<Found> found) {
        var quotable = surestFirst(found.stream().filter(Found::isQuotable).toList());
        if (!quotable.isEmpty() && quotable.getFirst().answers()) {
            return quoted(inquiry.asking(), quotable);
        }
        var lapsed = lapsed(inquiry);
        int confidence = quotable.isEmpty() ? 0 : quotable.getFirst().confidence();
        if (confidence < Gate.UNSURE) {
            return new Nothing(offered(quotable, confidence), lapsed, confidence);
        }
        var near = quotable.stream().filter(Found::isNear).toList();
        var likely = quoted(inquiry.asking(), List.of(near.getFirst()));
        return new Unsure(Choices.of(near.stream()), likely, lapsed, confidence);
    }

    private static List<Finding.Nearest> offered(List<Found> quotable, int confidence) {
        return confidence < Gate.OFFERED ? List.of() : Choices.of(quotable.stream());
    }

    private static List<Found> surestFirst(List<Found> found) {
        var first =
                found.stream()
                        .limit(Inquiry.LOOKED_AT)
                        .sorted(Comparator.comparingInt((Found f) -> -f.confidence()));
        return Stream.concat(first, found.stream().skip(Inquiry.LOOKED_AT)).toList();
    }

    /** Everything under the heading that is the question. */
    private Answered whole(Found found, LocalDate day) {
        var path = found.passage().path();
        var text =
                shelf.get().passages(found.article().id()).stream()
                        .filter(p -> p.path().equals(path))
                        .map(Passage::text)
                        .collect(Collectors.joining("\n"));
        var sources = List.of(found.source(day));
        return new Answered(text + "〔1〕", sources, 100, true, found.asked().readAs(), null);
    }

    /** An earlier rule, which the reader is told is over. */
    private static Answered old(Asking asked, Found found) {
        var day = asked.day();
        var text = new Quoting(asked).quote(found.passage()) + "〔1〕";
        var sources = List.of(found.source(day));
        var over = found.lapsed(day);
        return new Answered(text, sources, found.confidence(), false, asked.readAs(), over);
    }

    private Answered quoted(Asking asked, List<Found> found) {
        var quoting = new Quoting(asked);
        var best = found.getFirst();
        var sources = new ArrayList<>(List.of(best));
        found.stream()
                .skip(1)
                .limit(1)
                .filter(f -> f.answers() && f.score() >= best.score() - NEARLY)
                .filter(f -> f.adds(best))
                .forEach(sources::add);
        var text = new StringBuilder();
        for (int i = 0; i < sources.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(quoting.quote(sources.get(i).passage()));
            text.append("〔").append(i + 1).append("〕");
        }
        var citations = sources.stream().map(f -> f.source(asked.day())).toList();
        return new Answered(
                text.toString(),
                citations,
                best.confidence(),
                false,
                asked.readAs(),
                earlier.changed(asked, best));
    }

    private List<Lapsed> lapsed(Inquiry inquiry) {
        var asking = inquiry.asking();
        if (!shelf.get().hasLapsed(asking.day())) {
            return List.of();
        }
        var same = new Same(asking.text());
        double nearest = inquiry.found().stream().mapToDouble(Found::cosine).max().orElse(0);
        double near = nearest - HARDLY;
        return inquiry.lapsed().stream()
                .limit(MOST_LAPSED)
                .filter(f ->
                        same.asks(f.passage())
                                || f.answers() && (f.cosine() == 0 || f.cosine() >= near))
                .map(f -> f.lapsed(asking.day()))
                .distinct()
                .toList();
    }
}

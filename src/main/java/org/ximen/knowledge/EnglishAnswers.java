package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.EnglishIndex.Mended;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Nothing;
import org.ximen.knowledge.Finding.Unsure;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.text.Language;
import org.ximen.text.Plain;

/** Answers English questions from the English articles that count on the day. */
final class EnglishAnswers {
    // Characters of a question; what comes after them costs time and finds nothing better.
    private static final int READ = 500;
    private static final int NEAREST = 3;
    private static final int SURE = 100;
    // By 64 questions that go on from others, tried on 30 of another writer: 43 and 8 are answered
    // rightly, 6 and 1 wrongly.
    private static final int NEXT = 30;
    private static final int AHEAD = 15;
    private static final double COVERED = 0.5;
    private static final Pattern SENTENCE = Pattern.compile("[.?!;\n]+\\s*");

    private final Supplier<Shelf> shelf;
    private final Retriever retriever;
    private final Supplier<List<List<String>>> alike;
    private volatile @Nullable Known known;

    /** What the index was made of: it is made again when that changes. */
    private record Sources(List<String> fingerprints, List<List<String>> alike) {}

    private record Known(Sources sources, EnglishPart part) {}

    /**
     * @param alike groups of words that mean the same
     */
    EnglishAnswers(Supplier<Shelf> shelf, Retriever retriever, Supplier<List<List<String>>> alike) {
        this.shelf = shelf;
        this.retriever = retriever;
        this.alike = alike;
    }

    /** Whether a question is in English, or is asked by somebody who speaks it. */
    static boolean isMeant(String question, Asker asker) {
        var text = Plain.comparable(Plain.start(question, READ));
        return Language.in(text).orElse(asker.language()) == Language.EN;
    }

    /** Indexes the articles now, so that the first question does not wait for it. */
    void warm() {
        part();
    }

    private EnglishPart part() {
        var now = shelf.get();
        var entries = EnglishPart.entries(now);
        var fingerprints = entries.stream().map(Shelf.Entry::fingerprint).toList();
        var sources = new Sources(fingerprints, alike.get());
        var last = known;
        if (last == null || !last.sources().equals(sources)) {
            last = new Known(sources, EnglishPart.of(now, retriever, sources.alike()));
            known = last;
        }
        return last.part();
    }

    /**
     * The answer to a question.
     *
     * @param cited ids of articles that were cited before: it may go on from them
     */
    Finding answer(String question, Collection<String> cited, Asker asker, LocalDate today) {
        var part = part();
        var mended = part.mended(Plain.comparable(Plain.start(question, READ)));
        var allowed = allowed(asker, today);
        return part.verbatim(mended.text(), allowed)
                .<Finding>map(match -> answered(mended, match, SURE, true, today))
                .orElseGet(() -> {
                    var found = found(part, mended.text(), allowed);
                    return part.within(mended.text(), cited, allowed).stream()
                            .findFirst()
                            .filter(next -> goesOn(next, found))
                            .<Finding>map(
                                    next -> answered(mended, next, next.confidence(), false, today))
                            .orElseGet(() -> judged(mended, found, today));
                });
    }

    /** The answer of an article that was cited before; empty if it has none. */
    Optional<Finding> goingOn(
            String question, Collection<String> cited, Asker asker, LocalDate today) {
        return Optional.of(answer(question, cited, asker, today))
                .filter(finding ->
                        finding instanceof Answered answered
                                && cited.contains(answered.citations().getFirst().article()));
    }

    /** What is found for the whole, or for the one of its sentences that finds something surer. */
    private static List<EnglishMatch> found(
            EnglishPart part, String text, Predicate<Article> allowed) {
        var sentences = SENTENCE.splitAsStream(text).filter(each -> each.contains(" "));
        return Stream.concat(Stream.of(text), sentences)
                .distinct()
                .map(each -> part.matches(each, allowed))
                .filter(each -> !each.isEmpty())
                .max(Comparator.comparingInt(each -> each.getFirst().confidence()))
                .orElse(List.of());
    }

    /**
     * Whether a passage of an article cited before says more than what is found without it. Which
     * passage of that article answers is told better by the whole search, where that is sure of it.
     */
    private static boolean goesOn(EnglishMatch next, List<EnglishMatch> alone) {
        if (!alone.isEmpty()
                && alone.getFirst().confidence() >= EnglishGate.ANSWER
                && alone.getFirst().article().equals(next.article())) {
            return false;
        }
        int other = alone.isEmpty() ? 0 : alone.getFirst().confidence();
        return next.confidence() >= Math.max(NEXT, other - AHEAD)
                && EnglishFeature.COVERAGE.of(next) >= COVERED;
    }

    private static Finding judged(Mended mended, List<EnglishMatch> found, LocalDate today) {
        var best = found.isEmpty() ? null : found.getFirst();
        int confidence = best == null ? 0 : best.confidence();
        if (best != null && confidence >= EnglishGate.ANSWER) {
            return answered(mended, best, confidence, false, today);
        }
        var nearest = found.stream().map(EnglishMatch::nearest).distinct().limit(NEAREST).toList();
        return confidence < EnglishGate.UNSURE
                ? new Nothing(List.of(), List.of(), confidence)
                : new Unsure(nearest, null, List.of(), confidence);
    }

    private static Answered answered(
            Mended mended, EnglishMatch match, int confidence, boolean verbatim, LocalDate today) {
        var text = match.passage().text() + "〔1〕";
        var sources = List.of(match.source(today));
        return new Answered(text, sources, confidence, verbatim, mended.words(), null);
    }

    private static Predicate<Article> allowed(Asker asker, LocalDate today) {
        return article ->
                article.scope(today) == Scope.CURRENT
                        && isFor(article.audience(), asker)
                        && (asker.areas().isEmpty()
                                || article.areas().isEmpty()
                                || article.areas().stream().anyMatch(asker.areas()::contains));
    }

    // Rules for residents and for merchants are public; only what is for staff alone is hidden.
    private static boolean isFor(Collection<Audience> audience, Asker asker) {
        return asker.audience() == Audience.STAFF
                || audience.isEmpty()
                || audience.stream().anyMatch(each -> each != Audience.STAFF);
    }
}

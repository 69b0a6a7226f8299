package org.ximen.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.text.Language;
import org.ximen.text.Plain;
import org.ximen.text.StatedNumbers;

/**
 * Checks a chat model's words against the passages that they cite. It never changes them: they are
 * taken whole or not at all.
 *
 * @param quote what is said without a model
 */
record PhrasingGuard(List<CitedPassage> passages, String quote, Language language) {
    /** The rule that was broken. */
    enum Breach {
        LENGTH,
        ADDRESS,
        ACCOUNT,
        LANGUAGE,
        PROMISE,
        UNCITED,
        NUMBER,
        NAME,
        NEGATION,
        UNGROUNDED,
        EXCEPTION
    }

    private static final GuardWords WORDS = GuardWords.SHIPPED;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)https?:|www\\.|://|\\]\\(|[\\w-]+\\.(?:com|cn|org|net|gov|io|top)\\b|@");
    // Longer than any telephone number: a card or an account, which a page may name to be paid.
    private static final Pattern ACCOUNT = Pattern.compile("\\d(?:[ -]?\\d){12,}");
    private static final Pattern NEGATION = Pattern.compile("[不未无没免禁勿][\\p{IsHan}]");
    private static final Pattern QUOTED = Pattern.compile("[《“\"「]([^》”\"」]{2,40})[》”\"」]");
    private static final int ENGLISH_LONGER = 6;
    private static final int SHORT = 240;
    private static final double MOSTLY = 0.5;
    private static final double HARDLY = 0.1;

    /** The first rule that the words break; empty if they may be said. */
    Optional<Breach> breach(String text) {
        var sentences = AnswerMarks.sentences(text, language);
        var bare = AnswerMarks.bare(text);
        return first(Breach.LENGTH, !isOfLength(bare) || sentences.isEmpty())
                .or(() -> first(Breach.ADDRESS, ADDRESS.matcher(bare).find()))
                .or(() -> first(Breach.ACCOUNT, ACCOUNT.matcher(bare).find()))
                .or(() -> first(Breach.LANGUAGE, !isInLanguage(bare)))
                .or(() -> first(Breach.PROMISE, WORDS.promises().matcher(bare).find()))
                .or(() -> first(Breach.UNCITED, any(sentences, s -> !isCited(s))))
                .or(() -> first(Breach.NUMBER, any(sentences, s -> !hasOnlyKnownNumbers(s))))
                .or(() -> first(Breach.NAME, any(sentences, s -> !hasOnlyKnownNames(s))))
                .or(() -> first(Breach.NEGATION, any(sentences, s -> denies(s))))
                .or(() -> first(Breach.UNGROUNDED, any(sentences, s -> !isGrounded(s))))
                .or(() -> first(Breach.EXCEPTION, !keepsExceptions(text)));
    }

    private static Optional<Breach> first(Breach breach, boolean broken) {
        return broken ? Optional.of(breach) : Optional.empty();
    }

    private static boolean any(List<String> sentences, Predicate<String> broken) {
        return sentences.stream().anyMatch(broken);
    }

    private boolean isOfLength(String bare) {
        int most = Math.max(SHORT, 2 * quote.length());
        return bare.length() <= (language == Language.EN ? ENGLISH_LONGER * most : most);
    }

    private boolean isInLanguage(String bare) {
        long letters = bare.codePoints().filter(Character::isLetter).count();
        long chinese = bare.codePoints().filter(Character::isIdeographic).count();
        return language == Language.EN ? chinese <= HARDLY * letters : chinese >= MOSTLY * letters;
    }

    private boolean isCited(String sentence) {
        var cited = AnswerMarks.in(sentence);
        return !cited.isEmpty()
                && cited.stream().allMatch(number -> number >= 1 && number <= passages.size());
    }

    private String ground(String sentence) {
        var cited = AnswerMarks.in(sentence);
        return passages.stream()
                .filter(passage -> cited.contains(passage.number()))
                .map(CitedPassage::ground)
                .collect(Collectors.joining("\n"));
    }

    private boolean hasOnlyKnownNumbers(String sentence) {
        var bare = AnswerMarks.bare(sentence);
        return language == Language.EN
                ? StatedNumbers.values(ground(sentence))
                        .containsAll(StatedNumbers.values(WORDS.inDigits(bare)))
                : StatedNumbers.in(ground(sentence)).containsAll(StatedNumbers.in(bare));
    }

    private boolean hasOnlyKnownNames(String sentence) {
        var ground = Plain.comparable(ground(sentence));
        var said = Plain.comparable(AnswerMarks.bare(sentence));
        boolean quotes =
                language == Language.ZH
                        && QUOTED.matcher(said)
                                .results()
                                .anyMatch(name -> !ground.contains(name.group(1)));
        return !quotes && WORDS.knowsNames(said, ground);
    }

    /** Whether it says no to what the passages do not say no to. */
    private boolean denies(String sentence) {
        var ground = Plain.comparable(ground(sentence));
        return NEGATION.matcher(Plain.comparable(AnswerMarks.bare(sentence)))
                .results()
                .anyMatch(no -> !ground.contains(no.group()));
    }

    private boolean isGrounded(String sentence) {
        return language == Language.EN
                || share(pairs(AnswerMarks.bare(sentence)), pairs(ground(sentence))) >= MOSTLY;
    }

    private boolean keepsExceptions(String text) {
        var cited = AnswerMarks.in(text);
        return passages.stream()
                .filter(passage -> cited.contains(passage.number()))
                .flatMap(passage -> LimitedSentence.in(passage.text(), WORDS).stream())
                .filter(limited -> quote.contains(limited.whole()) || uses(text, limited))
                .allMatch(limited -> keeps(text, limited));
    }

    private boolean uses(String text, LimitedSentence limited) {
        var head = pairs(limited.head());
        return language == Language.ZH && !head.isEmpty() && share(head, pairs(text)) >= 0.4;
    }

    private boolean keeps(String text, LimitedSentence limited) {
        var bare = AnswerMarks.bare(text);
        return language == Language.EN
                ? WORDS.englishExceptions().matcher(bare).find()
                        && StatedNumbers.values(WORDS.inDigits(bare))
                                .containsAll(StatedNumbers.values(limited.limits()))
                : StatedNumbers.in(bare).containsAll(StatedNumbers.in(limited.limits()))
                        && limited.clauses().stream().allMatch(clause -> says(bare, clause));
    }

    /** Whether an answer still has a clause with the words that limit. */
    private static boolean says(String answer, String clause) {
        return share(pairs(clause), pairs(answer)) >= 0.6
                && WORDS.exceptions()
                        .matcher(clause)
                        .results()
                        .allMatch(limit -> answer.contains(limit.group()));
    }

    /** Neighbouring characters. */
    private static Set<String> pairs(String text) {
        var plain = Plain.comparable(text);
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            if (Character.isLetterOrDigit(plain.charAt(i))
                    && Character.isLetterOrDigit(plain.charAt(i + 1))) {
                pairs.add(plain.substring(i, i + 2));
            }
        }
        return pairs;
    }

    private static double share(Set<String> part, Set<String> whole) {
        return part.isEmpty()
                ? 1
                : (double) part.stream().filter(whole::contains).count() / part.size();
    }
}

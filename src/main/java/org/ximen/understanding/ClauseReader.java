package org.ximen.understanding;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ximen.district.District;

/**
 * Tells a message apart that plainly wants two things: 灯坏了，另外遛狗不牵绳罚多少. Only what each part wants is
 * read from it; the message itself stays whole.
 */
final class ClauseReader {
    private static final Set<Act> MATTERS =
            EnumSet.of(
                    Act.ASK,
                    Act.REPORT,
                    Act.SUGGEST,
                    Act.PRAISE,
                    Act.GRIEVANCE,
                    Act.STATUS,
                    Act.URGE,
                    Act.WITHDRAW,
                    Act.SUBSCRIBE,
                    Act.UNSUBSCRIBE,
                    Act.NOTICES,
                    Act.SIGNUP,
                    Act.PERSON,
                    Act.PRIVACY);
    // What adds to a report or puts it right, beside which something may be asked.
    private static final Set<Act> TELLING = EnumSet.of(Act.SUPPLEMENT, Act.CORRECT, Act.PLACE_ONLY);
    private static final Set<Act> ASKING = EnumSet.of(Act.ASK, Act.STATUS);
    private static final Set<DialogueState> WITH_A_CASE =
            EnumSet.of(
                    DialogueState.DRAFT_PLACE,
                    DialogueState.DRAFT_CATEGORY,
                    DialogueState.DRAFT_CONFIRM,
                    DialogueState.FILED,
                    DialogueState.OPEN);
    // Of these two, one is told to explain the other.
    private static final Set<Act> BLAMES = EnumSet.of(Act.SUGGEST, Act.GRIEVANCE, Act.URGE);
    // A blank ends a clause of Chinese, not a word of English.
    private static final Pattern BREAK =
            Pattern.compile("[。！!？?；;，,、]+\\s*|(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}？?]+$");
    private static final int SHORTEST = 4;
    // Longer texts are stories, and of them only the start is read.
    private static final int LONGEST = 120;
    // So plainly each part has to want something, and so much the whole has to hint at either. Of
    // 40 doubles written for it 25 are told apart, of 45 singles at most two are taken apart.
    private static final double PLAIN = 0.6;
    private static final double HINT = 0.003;
    // So many parts are read with care, so many beginnings at a glance.
    private static final int LOOKED_AT = 3;
    private static final int BREAKS = 12;

    private final District district;

    ClauseReader(District district) {
        this.district = district;
    }

    /** Two parts of a text with what each wants. */
    private record Halves(Clause first, Clause second) {
        double probability() {
            return Math.min(first.probability(), second.probability());
        }
    }

    /**
     * The two parts of a message that wants two things; else the whole of it.
     *
     * @param state in which it is said
     * @param whole what it may want as a whole, most probable first
     * @param glance reads quickly, to choose what is worth reading with care
     * @param care reads well
     */
    List<Clause> read(
            String text,
            DialogueState state,
            List<ActGuess> whole,
            Function<String, ActGuess> glance,
            Function<String, ActGuess> care) {
        var best = whole.getFirst();
        return breaks(text)
                .flatMap(at -> halves(text, at, state, glance).stream())
                .sorted(Comparator.comparingDouble(Halves::probability).reversed())
                .limit(LOOKED_AT)
                .flatMap(halves -> reread(halves, state, care).stream())
                .filter(halves -> halves.probability() >= PLAIN && isHinted(halves, whole))
                .max(Comparator.comparingDouble(Halves::probability))
                .map(halves -> List.of(halves.first(), halves.second()))
                .orElse(List.of(new Clause(text, best.act(), best.probability())));
    }

    private static boolean isHinted(Halves halves, List<ActGuess> whole) {
        return Stream.of(halves.first(), halves.second())
                .allMatch(clause ->
                        whole.stream()
                                .anyMatch(g -> g.act() == clause.act() && g.probability() >= HINT));
    }

    private static Stream<Integer> breaks(String text) {
        return text.length() > LONGEST
                ? Stream.empty()
                : BREAK.matcher(text).results().map(MatchResult::end).limit(BREAKS);
    }

    private Optional<Halves> halves(
            String text, int at, DialogueState state, Function<String, ActGuess> read) {
        var first = bare(text.substring(0, at));
        var second = bare(text.substring(at));
        return first.length() < SHORTEST || second.length() < SHORTEST
                ? Optional.empty()
                : apart(clause(first, read), clause(second, read), state);
    }

    private Optional<Halves> reread(
            Halves halves, DialogueState state, Function<String, ActGuess> read) {
        return apart(
                clause(halves.first().text(), read), clause(halves.second().text(), read), state);
    }

    private static String bare(String part) {
        return EDGE.matcher(part).replaceAll("");
    }

    private static Clause clause(String part, Function<String, ActGuess> read) {
        var guess = read.apply(part);
        return new Clause(part, guess.act(), guess.probability());
    }

    private Optional<Halves> apart(Clause first, Clause second, DialogueState state) {
        boolean asked = tellsAndAsks(first, second) || tellsAndAsks(second, first);
        boolean matters =
                MATTERS.contains(first.act()) && MATTERS.contains(second.act())
                        || asked && WITH_A_CASE.contains(state);
        boolean blames = BLAMES.contains(first.act()) && BLAMES.contains(second.act());
        boolean two =
                first.act() == second.act()
                        ? first.act() == Act.REPORT && elsewhere(first.text(), second.text())
                        : !blames;
        return matters && two ? Optional.of(new Halves(first, second)) : Optional.empty();
    }

    private static boolean tellsAndAsks(Clause one, Clause other) {
        return TELLING.contains(one.act()) && ASKING.contains(other.act());
    }

    /** Whether two troubles are told at two places. */
    private boolean elsewhere(String one, String other) {
        return facts(one).to(facts(other)) == PlaceFacts.Relation.DIFFERENT;
    }

    private PlaceFacts facts(String text) {
        return PlaceFacts.of(district.placesIn(text), null);
    }
}

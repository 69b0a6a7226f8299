package org.ximen.dialogue.mycases;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.cases.Rated;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Turn;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.Verdict;

/** What people think of their cases once they are over: in any words, or by buttons. */
final class CaseRatings {
    /** The buttons, and what each says. */
    static final Map<String, Verdict> BUTTONS =
            Map.ofEntries(
                    entry("solved", Verdict.SOLVED),
                    entry("partly", Verdict.PARTLY),
                    entry("unsolved", Verdict.UNSOLVED),
                    entry("contacted", Verdict.CONTACTED),
                    entry("uncontacted", Verdict.UNCONTACTED),
                    entry("good", Verdict.GOOD),
                    entry("middling", Verdict.MIDDLING),
                    entry("bad", Verdict.BAD));

    private static final Set<Verdict> DONE = EnumSet.of(Verdict.SOLVED, Verdict.GOOD);

    private final Cases cases;
    private final MessageReader reader;
    private final MyCasesWords words;

    CaseRatings(Features features, MyCasesWords words) {
        this.cases = features.cases();
        this.reader = features.reader();
        this.words = words;
    }

    /** Whether words say that the trouble is gone, or praise what was done. */
    boolean tellsDone(Turn turn) {
        return reader.verdict(turn.words()).filter(DONE::contains).isPresent();
    }

    /** Words about a case; before it is over they are only kept. */
    Reply said(GridCase item, Turn turn) {
        return verdict(item, turn)
                .flatMap(verdict -> rate(item, 0, verdict, turn.words(), turn))
                .orElseGet(() -> remarked(item, turn));
    }

    private Optional<Verdict> verdict(GridCase item, Turn turn) {
        return item.lastEnd().isPresent() ? reader.verdict(turn.words()) : Optional.empty();
    }

    private Reply remarked(GridCase item, Turn turn) {
        cases.remark(item.number(), turn.person().id(), turn.words(), turn.now());
        if (item.lastEnd().isEmpty()) {
            return words.early(turn, item);
        }
        var rating = cases.rating(item, turn.person().id());
        if (rating.solved() == null) {
            return words.solvedOrNot(turn, item);
        }
        // What is not plainly better is no more than what was said before: it is not solved.
        return rating.solved() == Verdict.UNSOLVED
                ? words.followed(turn, item, "rated.before")
                : words.noted(turn, item, rating);
    }

    /** A button of a round. */
    Reply pressed(String button, GridCase item, String round, Turn turn) {
        int nth = round.matches("\\d{1,4}") ? Integer.parseInt(round) : 0;
        var verdict = BUTTONS.getOrDefault(button, Verdict.UNSOLVED);
        return rate(item, nth, verdict, "", turn).orElseGet(() -> words.gone(turn));
    }

    private Optional<Reply> rate(
            GridCase item, int round, Verdict verdict, String said, Turn turn) {
        return cases.rate(item.number(), turn.person().id(), round, verdict, said, turn.now())
                .map(rated -> told(rated, verdict, said.isEmpty(), turn));
    }

    private Reply told(Rated rated, Verdict verdict, boolean wordless, Turn turn) {
        return switch (rated.came()) {
            case NOTED ->
                    verdict == Verdict.PARTLY
                            ? words.partly(turn, rated.item())
                            : verdict == Verdict.BAD
                                    ? words.sorry(turn, rated.item(), rated.rating())
                                    : words.noted(turn, rated.item(), rated.rating());
            case REOPENED -> words.reopened(turn, rated.item(), wordless);
            case FOR_THE_DESK -> words.followed(turn, rated.item(), "rated.desk");
            case FOR_A_LEADER -> words.followed(turn, rated.item(), "rated.leader");
            case TOLD_BEFORE -> words.followed(turn, rated.item(), "rated.before");
            case PAST -> words.shown(turn, rated.item());
            case TOO_LATE -> words.tooLate(turn, rated.item());
        };
    }
}

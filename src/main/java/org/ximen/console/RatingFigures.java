package org.ximen.console;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Rating;
import org.ximen.understanding.Verdict;

/**
 * What people answered after their cases were over, each share of those who answered that question.
 *
 * @param asked how many were asked
 * @param answered how many of them answered anything; silence counts for nothing else
 */
record RatingFigures(long asked, long answered, String contacted, String solved, String satisfied) {
    // Fewer would tell of single people.
    private static final int SMALLEST_SAMPLE = 20;
    private static final int PERCENT = 100;
    private static final Set<Verdict> YES =
            EnumSet.of(Verdict.CONTACTED, Verdict.SOLVED, Verdict.GOOD);

    static RatingFigures of(List<Rating> ratings) {
        return new RatingFigures(
                ratings.size(),
                ratings.stream().filter(Rating::answered).count(),
                share(ratings, Rating::contacted),
                share(ratings, Rating::solved),
                share(ratings, Rating::satisfied));
    }

    private static String share(
            List<Rating> ratings, Function<Rating, @Nullable Verdict> question) {
        var answers = ratings.stream().map(question).filter(Objects::nonNull).toList();
        if (answers.size() < SMALLEST_SAMPLE) {
            return "样本太少（" + answers.size() + " 人）";
        }
        long yes = answers.stream().filter(YES::contains).count();
        return Math.round((double) PERCENT * yes / answers.size()) + "%（" + answers.size() + " 人）";
    }
}

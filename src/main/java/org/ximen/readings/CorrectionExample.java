package org.ximen.readings;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;
import org.ximen.understanding.DangerReading.Level;
import org.ximen.understanding.Example;
import org.ximen.understanding.Situation;

/**
 * A judged reading as an example: it says no more than the member of staff did. Who needs help is
 * in danger now and the other way round, so one of them tells the other.
 */
final class CorrectionExample {
    private static final String AUTHOR = "street";
    private static final Set<Level> NOT_NOW = EnumSet.of(Level.NONE, Level.MENTIONED, Level.HAZARD);

    private CorrectionExample() {}

    static Example of(ReadMessage read, Correction said) {
        var danger = danger(read, said);
        return new Example(
                AUTHOR,
                MaskedWords.forLearning(read.words()),
                new Situation(read.state(), null),
                acts(read, said, danger),
                category(read, said),
                family(read, danger),
                levels(read, said, danger),
                null,
                null,
                null);
    }

    /** Whether somebody was in danger; null where nothing is said of it. */
    private static @Nullable Boolean danger(ReadMessage read, Correction said) {
        if (said.danger() != null) {
            return said.danger();
        }
        var act = said.act();
        if (act != null) {
            return act == Act.HELP;
        }
        return said.right() && read.danger().level() == Level.NOW ? Boolean.TRUE : null;
    }

    private static Set<Act> acts(ReadMessage read, Correction said, @Nullable Boolean danger) {
        if (Boolean.TRUE.equals(danger)) {
            return EnumSet.of(Act.HELP);
        }
        var act = said.right() ? read.act().act() : said.act();
        if (act != null) {
            return EnumSet.of(act);
        }
        return danger == null
                ? EnumSet.noneOf(Act.class)
                : EnumSet.complementOf(EnumSet.of(Act.HELP));
    }

    private static @Nullable String category(ReadMessage read, Correction said) {
        boolean told = read.act().act() == Act.REPORT && !read.categories().isEmpty();
        return said.right() && told ? read.categories().getFirst().code() : said.category();
    }

    private static @Nullable String family(ReadMessage read, @Nullable Boolean danger) {
        boolean named = !read.danger().family().equals(DangerReading.NONE);
        return Boolean.TRUE.equals(danger) && named ? read.danger().family() : null;
    }

    private static Set<Level> levels(ReadMessage read, Correction said, @Nullable Boolean danger) {
        if (danger != null) {
            return danger ? EnumSet.of(Level.NOW) : harmless(read);
        }
        // A word of caution says neither.
        boolean sure = said.right() && read.danger().level() != Level.SOFT;
        return sure ? EnumSet.of(read.danger().level()) : EnumSet.noneOf(Level.class);
    }

    private static Set<Level> harmless(ReadMessage read) {
        return read.danger().level() == Level.NONE ? EnumSet.of(Level.NONE) : NOT_NOW;
    }
}

package org.ximen.dialogue.deliberation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ximen.deliberation.Deliberation;
import org.ximen.dialogue.Turn;
import org.ximen.text.Plain;
import org.ximen.understanding.PlaceMention;

/** Finds which of some matters is named in words: a stretch that its title has, too. */
final class SharedMatter {
    // 加装电梯, 停车收费: what is talked over takes four characters to name.
    private static final int NAMED = 4;

    private SharedMatter() {}

    static Optional<Deliberation> in(Turn turn, List<Deliberation> items) {
        var words = withoutPlaces(turn);
        return items.stream()
                .filter(item -> shared(words, item.title()) >= NAMED)
                .max(Comparator.comparingInt(item -> shared(words, item.title())));
    }

    /** Two matters at one place are not one. */
    private static String withoutPlaces(Turn turn) {
        var rest = turn.plain();
        for (PlaceMention place : turn.reading().places()) {
            rest = rest.replace(Plain.comparable(place.text()), " ");
        }
        return rest;
    }

    /** Length of the longest stretch of both. */
    static int shared(String words, String title) {
        var plain = Plain.comparable(title);
        int most = 0;
        for (int from = 0; from < plain.length(); from++) {
            while (from + most < plain.length()
                    && words.contains(plain.substring(from, from + most + 1))) {
                most++;
            }
        }
        return most;
    }
}

package org.ximen.dialogue.activities;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.activities.Activities;
import org.ximen.activities.Activity;
import org.ximen.dialogue.Turn;
import org.ximen.text.Plain;

/** Finds the activity that words are about: the one just announced, or the one they name. */
final class MeantActivity {
    private static final String NOTICES = "notices/";

    private final Activities activities;

    MeantActivity(Activities activities) {
        this.activities = activities;
    }

    /** Null where nothing tells. What is named goes before what was announced last. */
    @Nullable Activity by(Turn turn, List<Activity> candidates) {
        var named = named(turn.words(), candidates);
        return named == null ? announced(turn, candidates) : named;
    }

    /** Whether nothing else can be meant: it was announced last, or its name is mostly said. */
    boolean isPlain(Turn turn, Activity one) {
        var name = pairs(one.title());
        var said = pairs(turn.words());
        long common = name.stream().filter(said::contains).count();
        return common * 2 > name.size() || one.equals(announced(turn, List.of(one)));
    }

    private @Nullable Activity announced(Turn turn, List<Activity> candidates) {
        var notice = turn.around().notice();
        return notice == null || !notice.article().startsWith(NOTICES)
                ? null
                : activities
                        .ofNotice(Long.parseLong(notice.article().substring(NOTICES.length())))
                        .filter(candidates::contains)
                        .orElse(null);
    }

    /** The one with whose name the words have more in common than with any other. */
    private static @Nullable Activity named(String words, List<Activity> candidates) {
        var said = pairs(words);
        Activity best = null;
        int most = 0;
        for (var each : candidates) {
            var name = pairs(each.title() + " " + each.plan().contest());
            name.retainAll(said);
            if (name.size() >= most) {
                best = name.size() > most ? each : null;
                most = name.size();
            }
        }
        return best;
    }

    /** Every two characters that follow each other. */
    private static Set<String> pairs(String text) {
        var plain = Plain.comparable(text);
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}

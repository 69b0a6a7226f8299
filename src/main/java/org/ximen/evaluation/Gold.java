package org.ximen.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** In which field of a question the ids of the right passages stand. */
enum Gold {
    PASSAGE_IDS,
    ARTICLES;

    /** The right passages; those of {@code also_ok} are right too. */
    Set<String> of(Line line) {
        var field = name().toLowerCase(Locale.ROOT);
        var ids = line.texts(field);
        if (ids.isEmpty()) {
            throw line.bad("缺少字段 " + field);
        }
        return with(line, ids);
    }

    /** The right passages, in whichever field the question has. */
    static Set<String> in(Line line) {
        return (line.has("passage_ids") ? PASSAGE_IDS : ARTICLES).of(line);
    }

    private static Set<String> with(Line line, List<String> ids) {
        var all = new LinkedHashSet<>(ids);
        all.addAll(line.texts("also_ok"));
        return all;
    }
}

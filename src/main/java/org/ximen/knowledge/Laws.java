package org.ximen.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The laws on which an article rests: as its head lists them, else as its source names them. */
public final class Laws {
    private static final Pattern NAMED = Pattern.compile("《([^《》]+)》");

    private Laws() {}

    /** Their titles without 《》. */
    public static List<String> of(Article article) {
        return article.laws().isEmpty()
                ? named(Objects.toString(article.source(), ""))
                : article.laws().stream().map(law -> law.replaceAll("[《》]", "").strip()).toList();
    }

    private static List<String> named(String source) {
        return NAMED.matcher(source).results().map(found -> found.group(1)).distinct().toList();
    }
}

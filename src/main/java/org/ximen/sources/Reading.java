package org.ximen.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.documents.Documents;
import org.ximen.knowledge.BadArticle;
import org.ximen.knowledge.Given;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.Received;

/** Reads what a site answered as an article. */
final class Reading {
    private Reading() {}

    /** What the street says of a page, whatever the page says; in one word. */
    static String given(Source source) {
        return Digest.of(source.head() + "\n" + source.issuer());
    }

    /**
     * Reads it.
     *
     * @param version that it would be
     * @throws org.ximen.documents.Unreadable if the page cannot be taken
     * @throws BadArticle if it makes no article
     */
    static Received read(Source source, Page page, Answer answer, int version) throws IOException {
        var file = answer.file();
        check(file, answer);
        var first = read(source, page, file, "");
        return version == 1
                ? first
                : read(source, page, file, replaced(page.article(version - 1), first));
    }

    private static void check(Path file, Answer answer) {
        var name = file.getFileName().toString();
        var refusal = Documents.refusal(name);
        if (refusal != null) {
            throw new BadArticle(refusal);
        }
        if (!Documents.reads(name)) {
            throw new BadArticle("不是文章（" + answer.header("Content-Type") + "）");
        }
    }

    // The version before, and what the text itself abolishes.
    private static String replaced(String before, Received first) {
        return before + Objects.requireNonNullElse(first.article().supersedes(), "");
    }

    private static Received read(Source source, Page page, Path file, String supersedes)
            throws IOException {
        var said = new LinkedHashMap<>(source.head());
        said.put("source", page.address().toString());
        if (!supersedes.isEmpty()) {
            said.put("supersedes", supersedes);
        }
        var otherwise =
                Stream.of(entry("title", page.label()), entry("issuer", source.issuer()))
                        .flatMap(each -> each)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Library.read(page.article(1), file, new Given(said, otherwise));
    }

    private static Stream<Map.Entry<String, String>> entry(String key, @Nullable String value) {
        return value == null || value.isBlank() ? Stream.of() : Stream.of(Map.entry(key, value));
    }
}

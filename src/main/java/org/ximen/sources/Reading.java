package org.ximen.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
        var id = page.article(version);
        var first = Library.read(id, file, given(source, page, ""));
        if (version == 1) {
            return first;
        }
        var replaced = replaced(page.article(version - 1), first);
        return Library.read(id, file, given(source, page, replaced));
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

    private static Given given(Source source, Page page, String supersedes) {
        var said = new LinkedHashMap<>(source.head());
        said.put("source", page.address().toString());
        put(said, "supersedes", supersedes);
        var otherwise = new LinkedHashMap<String, String>();
        put(otherwise, "title", page.label());
        put(otherwise, "issuer", source.issuer());
        return new Given(said, otherwise);
    }

    private static void put(Map<String, String> head, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            head.put(key, value);
        }
    }
}

package org.ximen.evaluation;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Article.Block;
import org.ximen.knowledge.Article.Section;
import org.ximen.text.Language;

/**
 * Passages of a file as articles: an id is {@code document#section}, each document is one article
 * and each line one section of it.
 *
 * @param ids id by {@link #key} of what was made of it
 */
record PassageFile(List<Article> articles, Map<String, String> ids) {
    // 条例__2024-12-31: one of several versions of a document.
    private static final Pattern VERSION = Pattern.compile("(.+)__(\\d{4}-\\d{2}-\\d{2})");

    private record Passage(String document, String title, Section section) {}

    /** Reads a file; of the ids {@code only}, where they are given. */
    static PassageFile read(Path file, @Nullable Set<String> only) {
        var ids = new LinkedHashMap<String, String>();
        var seen = new HashSet<String>();
        Map<String, List<Passage>> documents = new LinkedHashMap<>();
        for (var line : Line.of(file)) {
            var id = line.text("id");
            var passage = passage(id, line);
            if (!seen.add(id)) {
                throw line.bad("编号重复：" + id);
            }
            if (only != null && !only.contains(id)) {
                continue;
            }
            ids.put(key(passage.document(), String.join(" ", passage.section().path())), id);
            documents.computeIfAbsent(passage.document(), d -> new ArrayList<>()).add(passage);
        }
        return new PassageFile(documents.values().stream().map(PassageFile::article).toList(), ids);
    }

    /** What an id is found by again. */
    static String key(String article, @Nullable String heading) {
        return article + "\n" + (heading == null ? "" : heading);
    }

    /** The same articles where {@code …__date} replaces what was there before that day. */
    PassageFile versioned() {
        Map<String, TreeMap<LocalDate, Article>> versions = new LinkedHashMap<>();
        for (var article : articles) {
            var name = VERSION.matcher(article.id());
            boolean dated = name.matches();
            var day = dated ? day(name.group(2)) : LocalDate.MIN;
            versions.computeIfAbsent(dated ? name.group(1) : article.id(), n -> new TreeMap<>())
                    .put(day, article);
        }
        var dated = versions.values().stream().flatMap(v -> dated(v).stream()).toList();
        return new PassageFile(dated, ids);
    }

    private static LocalDate day(String words) {
        try {
            return LocalDate.parse(words);
        } catch (DateTimeException e) {
            return LocalDate.MIN;
        }
    }

    private static List<Article> dated(TreeMap<LocalDate, Article> versions) {
        var dated = new ArrayList<Article>();
        versions.forEach((day, article) -> {
            var before = dated.isEmpty() ? null : dated.getLast().id();
            var title = VERSION.matcher(article.title()).replaceFirst("$1");
            var since = day.equals(LocalDate.MIN) ? null : day;
            dated.add(article(article.id(), title, article.sections(), new Version(since, before)));
        });
        return dated;
    }

    private static Passage passage(String id, Line line) {
        var path = new ArrayList<String>();
        var chapter = line.optional("chapter").strip();
        if (!chapter.isEmpty()) {
            path.add(chapter);
        }
        int mark = id.indexOf('#');
        if (mark >= 0) {
            path.add(id.substring(mark + 1));
        }
        var blocks =
                line.text("text")
                        .lines()
                        .filter(text -> !text.isBlank())
                        .map(text -> new Block(text, false))
                        .toList();
        var document = mark < 0 ? id : id.substring(0, mark);
        var section = new Section(path, blocks, line.texts("questions"));
        return new Passage(document, line.optional("title").strip(), section);
    }

    private static Article article(Collection<Passage> passages) {
        var first = passages.iterator().next();
        var sections = passages.stream().map(Passage::section).toList();
        return article(first.document(), first.title(), sections, new Version(null, null));
    }

    private record Version(@Nullable LocalDate since, @Nullable String supersedes) {}

    private static Article article(
            String id, String title, List<Section> sections, Version version) {
        return new Article(
                id,
                Article.Kind.POLICY,
                title,
                Language.ZH,
                null,
                null,
                List.of(),
                List.of(),
                version.since(),
                null,
                null,
                null,
                version.supersedes(),
                Article.Acts.NONE,
                null,
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                sections,
                "",
                Article.Later.NONE);
    }
}

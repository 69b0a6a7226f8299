package org.ximen.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.documents.Document;
import org.ximen.documents.Documents;
import org.ximen.documents.Unreadable;
import org.ximen.text.Plain;

/** Reads a file of any kind as an article. */
final class Reception {
    static final String MARKDOWN = ".md";

    /** The ending of the file beside a document that says what its text does not. */
    static final String BESIDE = ".yaml";

    private Reception() {}

    /**
     * Reads a file.
     *
     * @param id of the article, the path below the folder
     * @param beside the file beside it, if there is one
     * @throws BadArticle if what a person wrote in it is wrong
     * @throws Unreadable if the file cannot be taken
     */
    static Received read(String id, Path file, @Nullable Path beside) throws IOException {
        return file.getFileName().toString().endsWith(MARKDOWN)
                ? markdown(id, file)
                : document(id, Documents.read(file), new Given(head(beside), Map.of()));
    }

    private static Map<String, String> head(@Nullable Path beside) throws IOException {
        return beside == null ? Map.of() : beside(beside);
    }

    private static Received markdown(String id, Path file) throws IOException {
        var written = text(file);
        var article = MarkdownArticle.read(id, written);
        var head = FrontMatter.of(Plain.visible(written)).all();
        var lines = article.text().lines().toList();
        var read = new ArrayList<>(read(article, lines));
        var facts = news(read, head);
        var known = new LinkedHashMap<>(byKey(read));
        known.putAll(head);
        var notes =
                isRule(article.kind())
                        ? Unread.notes(article.title(), lines, known.keySet(), read)
                        : List.<String>of();
        return new Received(filled(article, facts), false, notes, facts);
    }

    // What a person wrote as a guide or an answer says of itself only that it is one.
    private static List<Fact> read(Article article, List<String> lines) {
        return isRule(article.kind())
                ? Stream.concat(
                                Facts.of(lines, Map.of(), true).stream(),
                                OnOthers.of(article.title(), lines).stream())
                        .toList()
                : List.of();
    }

    private static boolean isRule(Article.Kind kind) {
        return kind == Article.Kind.POLICY || kind == Article.Kind.NOTICE;
    }

    private static Article filled(Article article, List<Fact> facts) {
        return facts.isEmpty()
                ? article
                : MarkdownArticle.read(
                        article.id(), FrontMatter.with(byKey(facts), article.markdown()));
    }

    /**
     * A document as an article.
     *
     * @throws BadArticle if it and what is given make no article
     */
    static Received document(String id, Document document, Given given) {
        var head = new LinkedHashMap<>(given.head(document));
        var facts = new ArrayList<>(Naming.facts(id, document));
        var named = new LinkedHashMap<>(byKey(facts));
        named.putAll(head);
        var lines = document.text().lines().filter(line -> !line.isBlank()).toList();
        var rules = List.of("policy", "notice").contains(lower(named.get("kind")));
        facts.addAll(Facts.of(lines, document.named(), rules));
        facts.addAll(OnOthers.of(Objects.toString(named.get("title"), ""), lines));
        Naming.numbered(facts);
        var used = news(facts, head);
        byKey(used).forEach(head::putIfAbsent);
        given.otherwise().forEach(head::putIfAbsent);
        var markdown = MarkdownWriter.article(head, document.parts());
        boolean cleaned = !document.cleaned().isEmpty();
        var article = MarkdownArticle.read(id, markdown);
        var notes = new ArrayList<>(document.cleaned());
        notes.addAll(Unread.notes(article.title(), lines, head.keySet(), facts));
        return new Received(article, cleaned, notes, used);
    }

    private static String lower(@Nullable String word) {
        return word == null ? "" : word.toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> beside(Path file) throws IOException {
        try {
            var head = FrontMatter.alone(text(file));
            MarkdownArticle.check(head);
            return head.all();
        } catch (BadArticle e) {
            throw new BadArticle(file.getFileName().toString(), e);
        }
    }

    private static List<Fact> news(List<Fact> facts, Map<String, String> head) {
        return facts.stream().filter(fact -> !head.containsKey(fact.key())).toList();
    }

    private static Map<String, String> byKey(List<Fact> facts) {
        var values = new LinkedHashMap<String, String>();
        facts.forEach(fact -> values.putIfAbsent(fact.key(), fact.value()));
        return values;
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MarkdownArticle.MOST_BYTES) {
            throw new BadArticle(1, "文件超过 2 MB，请拆成几篇");
        }
        var bytes = Files.readAllBytes(file);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadArticle(1, "不是 UTF-8 编码的文字");
        }
    }
}

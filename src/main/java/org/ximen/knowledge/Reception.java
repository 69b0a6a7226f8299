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
import java.util.Map;
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
        var lines =
                article.kind() == Article.Kind.POLICY
                        ? article.text().lines().toList()
                        : List.<String>of();
        var facts = news(Facts.of(lines, Map.of(), true), head);
        return new Received(filled(article, facts), false, List.of(), facts);
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
        var policy = "policy".equalsIgnoreCase(named.get("kind"));
        var lines = document.text().lines().filter(line -> !line.isBlank()).toList();
        facts.addAll(Facts.of(lines, document.named(), policy));
        var used = news(facts, head);
        byKey(used).forEach(head::putIfAbsent);
        given.otherwise().forEach(head::putIfAbsent);
        var markdown = MarkdownWriter.article(head, document.parts());
        boolean cleaned = !document.cleaned().isEmpty();
        var article = MarkdownArticle.read(id, markdown);
        return new Received(article, cleaned, document.cleaned(), used);
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

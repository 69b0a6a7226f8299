package org.ximen.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.documents.Documents;
import org.ximen.documents.Unreadable;
import org.ximen.meaning.Meaning;

/**
 * All articles: the files of a folder and those published from inside. {@link #refresh} follows
 * both and keeps the index like them.
 */
public final class Library {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final Folder folder;
    private final ArticleTable table;
    private final Published published;
    private final Retriever retriever;
    private final Dictionary dictionary;
    private final @Nullable EmbeddingTable meanings;
    private Map<String, Article> articles = Map.of();
    private Local local = new Local(List.of(), Map.of());
    private volatile Shelf shelf = Shelf.EMPTY;

    /**
     * What the street's dictionary makes of the articles.
     *
     * @param areas by article, where it is for some only
     */
    private record Local(List<String> words, Map<String, List<String>> areas) {}

    public Library(Path folder, Db db, Retriever retriever) {
        this(folder, db, retriever, new Dictionary(() -> new SynonymsFile(List.of())), null);
    }

    /**
     * @param dictionary when its words change, every article is indexed again
     * @param model name of the embedding model, whose known meanings an article has from the first
     *     moment on; the others come by {@link Embeddings}
     */
    public Library(
            Path folder,
            Db db,
            Retriever retriever,
            Dictionary dictionary,
            @Nullable String model) {
        this.folder = new Folder(folder);
        this.table = new ArticleTable(db);
        this.published = new Published(table);
        this.retriever = retriever;
        this.dictionary = dictionary;
        this.meanings = model == null ? null : new EmbeddingTable(db, model);
    }

    /**
     * Follows added, changed and removed files, published articles and the dictionary; meant to be
     * called every second. A file that cannot be used keeps its last good version. True if the
     * index changed.
     */
    public synchronized boolean refresh(Instant now) {
        boolean filesChanged = folder.refresh(now);
        boolean changed = published.refresh() | filesChanged;
        if (changed) {
            var all = new HashMap<>(folder.articles());
            all.putAll(published.articles());
            articles = Map.copyOf(all);
        }
        var before = local;
        local = new Local(dictionary.words(), areas());
        if (!local.words().equals(before.words())) {
            retriever.dictionary(local.words());
        }
        if (changed || !local.equals(before)) {
            shelf = Shelf.of(placed(), local.words());
        }
        return index();
    }

    private Map<String, List<String>> areas() {
        return articles.values().stream()
                .filter(article -> !article.areas().isEmpty())
                .collect(Collectors.toMap(Article::id, a -> dictionary.areas(a.areas())));
    }

    private List<Article> placed() {
        return articles.values().stream().map(this::placed).toList();
    }

    private Article placed(Article article) {
        var codes = local.areas().get(article.id());
        if (codes == null) {
            return article;
        }
        if (codes.isEmpty()) {
            LOG.warn("{} 的 areas 里有街道没有的区域：{}；先当作全街道的", article.id(), article.areas());
        }
        return article.in(codes);
    }

    private boolean index() {
        var held = retriever.held();
        var gone = held.keySet().stream().filter(id -> !shelf.entries().containsKey(id)).toList();
        var changed =
                shelf.entries().values().stream()
                        .filter(e -> !e.passages().isEmpty())
                        .filter(e -> !e.fingerprint().equals(held.get(e.article().id())))
                        .toList();
        if (gone.isEmpty() && changed.isEmpty()) {
            return false;
        }
        gone.forEach(retriever::remove);
        changed.forEach(e ->
                retriever.put(e.article(), e.fingerprint(), e.passages(), known(e.passages())));
        retriever.publish();
        LOG.info("知识库更新：收录或改动 {} 篇，移除 {} 篇", changed.size(), gone.size());
        return true;
    }

    private Map<String, Meaning> known(List<Passage> passages) {
        return meanings == null
                ? Map.of()
                : meanings.find(passages.stream().map(Passage::hash).distinct().toList());
    }

    /**
     * Publishes an article, or a new version of it, inside the caller's transaction; it answers
     * after the next {@link #refresh}.
     *
     * @throws BadArticle if it cannot be used; nothing is written then
     */
    public void publish(String id, String markdown, Instant now) {
        MarkdownArticle.read(id, markdown);
        table.write(id, markdown, false, now);
    }

    /** Takes a published article back, inside the caller's transaction. */
    public void retire(String id, Instant now) {
        table.write(id, "", true, now);
    }

    /**
     * Ends a published article with a day, inside the caller's transaction; an earlier end stays.
     */
    public void expire(String id, LocalDate last, Instant now) {
        var written = table.find(id).orElse(null);
        if (written == null) {
            return;
        }
        var end = MarkdownArticle.read(id, written).expires();
        if (end == null || end.isAfter(last)) {
            publish(id, FrontMatter.set("expires", last.toString(), written), now);
        }
    }

    /**
     * Reads a document from outside the folder as an article; publishes nothing.
     *
     * @param id that the article will have
     * @throws BadArticle if it makes no article with what is given
     * @throws Unreadable if the file cannot be taken
     * @throws IOException if the disk does not give it now
     */
    public static Received read(String id, Path file, Given given) throws IOException {
        return Reception.document(id, Documents.read(file), given);
    }

    /** The article, whether or not it still counts. */
    public Optional<Article> find(String id) {
        return shelf.article(id);
    }

    /** All articles by id. */
    public List<Article> list() {
        return shelf.entries().values().stream().map(Shelf.Entry::article).toList();
    }

    /** Whether it was published from inside, so that it can be taken back; a file cannot. */
    public boolean isPublished(String id) {
        return table.isPublished(id);
    }

    /** What became of each file of the folder, by its name. */
    public List<Import> imports() {
        return folder.imports();
    }

    Optional<Passage> passage(String id) {
        return Optional.ofNullable(shelf.passages().get(id));
    }

    /** All articles at this moment. */
    Shelf shelf() {
        return shelf;
    }

    /** Adds a meaning to the index, unless the passage has changed meanwhile. */
    synchronized void attach(Passage passage, Meaning meaning) {
        var entry = shelf.entries().get(passage.article());
        if (entry != null && passage.equals(shelf.passages().get(passage.id()))) {
            retriever.meaning(entry.article(), entry.fingerprint(), passage, meaning);
        }
    }
}

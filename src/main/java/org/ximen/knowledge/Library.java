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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.documents.Documents;
import org.ximen.documents.Unreadable;
import org.ximen.meaning.Meaning;

/**
 * All articles: the files of a folder and those published from inside. {@link #refresh} follows
 * both and keeps the index like them.
 */
public final class Library {
    private final Folder folder;
    private final ArticleTable table;
    private final Published published;
    private final Checks checks;
    private final Retriever retriever;
    private final Dictionary dictionary;
    private final IndexKeeper keeper;
    private Map<String, Article> articles = Map.of();
    private boolean behind;
    private volatile Instant looked = Instant.EPOCH;
    private volatile ArticlePlacement placement = ArticlePlacement.NONE;
    private volatile Shelf shelf = Shelf.EMPTY;

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
        this(new Folder(folder), db, retriever, dictionary, model);
    }

    /**
     * One of the same folder over another database, which reads no file again that the other has
     * read.
     */
    public Library(
            Library other,
            Db db,
            Retriever retriever,
            Dictionary dictionary,
            @Nullable String model) {
        this(new Folder(other.folder), db, retriever, dictionary, model);
        this.behind = true;
    }

    private Library(
            Folder folder,
            Db db,
            Retriever retriever,
            Dictionary dictionary,
            @Nullable String model) {
        this.folder = folder;
        this.table = new ArticleTable(db);
        this.published = new Published(table);
        this.checks = new Checks(new CheckTable(db));
        this.retriever = retriever;
        this.dictionary = dictionary;
        var meanings = model == null ? null : new EmbeddingTable(db, model);
        this.keeper = new IndexKeeper(retriever, meanings);
    }

    /**
     * Follows added, changed and removed files, published articles and the dictionary; meant to be
     * called every second. A file that cannot be used keeps its last good version. True if the
     * index changed.
     */
    public synchronized boolean refresh(Instant now) {
        looked = now;
        // What one step has seen must not be lost where the next one fails.
        behind |= folder.refresh(now);
        behind |= published.refresh(now);
        behind |= checks.refresh();
        if (behind) {
            var all = new HashMap<>(folder.articles());
            all.putAll(published.articles());
            all.replaceAll((id, article) -> checks.checked(article));
            articles = Map.copyOf(all);
        }
        place();
        return keeper.follow(shelf);
    }

    private void place() {
        var before = placement;
        placement = ArticlePlacement.of(articles.values(), dictionary);
        if (!placement.words().equals(before.words())) {
            retriever.dictionary(placement.words());
        }
        if (behind || !placement.equals(before)) {
            behind = true;
            placement.tell(before);
            var placed = placement.placed(articles.values());
            shelf = Shelf.of(placed, placement.words(), placement.withheld());
            behind = false;
        }
    }

    /**
     * Publishes an article, or a new version of it, inside the caller's transaction; it answers
     * after the next {@link #refresh}.
     *
     * @throws BadArticle if it cannot be used; nothing is written then
     */
    public void publish(String id, NewArticle article, Instant now) {
        publishWritten(id, article.markdown(), now);
    }

    /**
     * Publishes an article as an editor or a web site wrote it, otherwise like {@link #publish}.
     *
     * @param markdown with its head
     * @throws BadArticle if it cannot be used; nothing is written then
     */
    public void publishWritten(String id, String markdown, Instant now) {
        var article = MarkdownArticle.read(id, markdown);
        var unknown = dictionary.areas(article.areas()).unknown();
        if (!unknown.isEmpty()) {
            throw new BadArticle(
                    FrontMatter.of(article.markdown()).line("areas"),
                    "areas 里的“" + String.join("”“", unknown) + "”街道没有，请写区域的名称或代码");
        }
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
            var ended = FrontMatter.set("expires", last.toString(), written);
            table.write(id, ended, false, now);
        }
    }

    /**
     * Notes that somebody found an article to hold as it stands, inside the caller's transaction;
     * nothing where there is no such article.
     */
    public void check(String id, LocalDate day, String by, Instant now) {
        find(id).ifPresent(article ->
                checks.write(article, new Article.Check(day, by), table.next(), now));
    }

    /** What an editor should check, in no particular order. */
    public List<DueArticle> due(LocalDate today) {
        return list().stream()
                .filter(article -> DueArticle.isDue(article, today))
                .map(article -> DueArticle.of(article, today))
                .toList();
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

    /** What became of each file of the folder, by its name, and which articles answer nobody. */
    public List<Import> imports() {
        var files = folder.imports().stream().map(placement::corrected).toList();
        var named = files.stream().map(Import::article).collect(Collectors.toSet());
        var others =
                placement.areas().keySet().stream()
                        .filter(id -> !named.contains(id))
                        .flatMap(id -> report(id).stream());
        return Stream.of(files.stream(), published.imports().stream(), others)
                .flatMap(all -> all)
                .toList();
    }

    private Optional<Import> report(String id) {
        return placement.report(id, find(id).orElse(null), looked);
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

package org.ximen.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.EnglishIndex;
import org.ximen.knowledge.Passage;
import org.ximen.knowledge.Retriever;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;
import org.ximen.text.Plain;

/**
 * Passages in one Lucene index on disk. What {@link #publish} made durable survives a kill; a
 * damaged index is made anew. Safe for many threads; one process at a time may have it open.
 */
public final class LuceneRetriever implements Retriever, Closeable {
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, String> held;
    private boolean changed = true;
    private volatile long edition;
    private volatile long meanings;
    private volatile OwnWords own = OwnWords.NONE;
    private volatile @Nullable Wanted wanted;

    /** All searchers of this index share what is remembered. */
    private static final class Remembering extends SearcherFactory {
        private final LRUQueryCache filters = Allowed.cache();

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
            var searcher = new IndexSearcher(reader);
            Allowed.remember(searcher, filters);
            return searcher;
        }
    }

    private interface Reading<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private interface Writing {
        void run() throws IOException;
    }

    /**
     * Opens or creates the index.
     *
     * @param model name of the embedding model; an index with vectors of another is made anew
     * @throws UncheckedIOException if the folder cannot be written, or another process has it
     */
    public LuceneRetriever(Path folder, String model) {
        try {
            writer = IndexFolder.open(folder, model);
            searchers = new SearcherManager(writer, new Remembering());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        held = read(LuceneRetriever::fingerprints);
        meanings = read(LuceneRetriever::meanings);
    }

    @Override
    public void dictionary(Collection<String> words) {
        own = new OwnWords(words);
    }

    @Override
    public synchronized void put(
            Article article,
            String fingerprint,
            List<Passage> passages,
            Map<String, Meaning> meanings) {
        var documents =
                passages.stream()
                        .map(p ->
                                Documents.of(article, fingerprint, p, own, meanings.get(p.hash())))
                        .toList();
        write(() -> writer.updateDocuments(new Term(Fields.ARTICLE, article.id()), documents));
        held.put(article.id(), fingerprint);
        changed = true;
    }

    @Override
    public void meaning(Article article, String fingerprint, Passage passage, Meaning meaning) {
        var document = Documents.of(article, fingerprint, passage, own, meaning);
        write(() -> writer.updateDocument(new Term(Fields.ID, passage.id()), document));
    }

    @Override
    public synchronized void remove(String article) {
        write(() -> writer.deleteDocuments(new Term(Fields.ARTICLE, article)));
        held.remove(article);
        changed = true;
    }

    @Override
    public synchronized Map<String, String> held() {
        return Map.copyOf(held);
    }

    @Override
    public List<String> lacking(int most) {
        var unread =
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.FILTER)
                        .add(new FieldExistsQuery(Fields.VECTOR), Occur.MUST_NOT)
                        .build();
        var ids = ids(unread, most);
        return ids.isEmpty() ? ids(new TermQuery(Documents.LACKS), most) : ids;
    }

    private List<String> ids(Query query, int most) {
        return read(searcher -> {
            var ids = new ArrayList<String>();
            for (var hit : searcher.search(query, most).scoreDocs) {
                ids.add(searcher.storedFields().document(hit.doc).get(Fields.ID));
            }
            return ids;
        });
    }

    @Override
    public long size() {
        return read(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    @Override
    public long meanings() {
        return meanings;
    }

    @Override
    public synchronized void publish() {
        write(() -> {
            writer.commit();
            searchers.maybeRefreshBlocking();
        });
        meanings = read(LuceneRetriever::meanings);
        if (changed) {
            changed = false;
            edition++;
        }
    }

    @Override
    public List<Hit> search(Search search) {
        return read(searcher -> new Gathering(searcher, search, wanted(searcher, search)).hits());
    }

    @Override
    public List<Word> words(String text) {
        var words = Analysis.words(Plain.comparable(text)).stream().distinct().toList();
        return read(searcher -> {
            var weighed = new ArrayList<Word>();
            for (var word : words) {
                weighed.add(new Word(word, Weights.of(searcher.getIndexReader(), word)));
            }
            return weighed;
        });
    }

    @Override
    public EnglishIndex english(
            Collection<EnglishIndex.Text> texts, Collection<List<String>> alike) {
        return new EnglishPassages(texts, alike);
    }

    @Override
    public double unseen() {
        return read(searcher -> Weights.unseen(searcher.getIndexReader()));
    }

    @Override
    public double[] weights(Tokens tokens) {
        return read(searcher -> Weights.of(searcher.getIndexReader(), tokens));
    }

    @Override
    public long edition() {
        return edition;
    }

    @Override
    public Map<String, Integer> vocabulary() {
        return read(searcher -> Wordstock.words(searcher.getIndexReader()));
    }

    @Override
    public int count(String row) {
        return read(searcher -> Wordstock.count(searcher, row));
    }

    @Override
    public List<String> pieces(String text) {
        return Analysis.pieces(text);
    }

    /** Makes what was written durable and lets go of the folder. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }

    // A question is often looked for twice, the second time among what no longer counts.
    private Wanted wanted(IndexSearcher searcher, Search search) throws IOException {
        var last = wanted;
        var words = own;
        if (last == null || !last.isOf(searcher, search.text(), words)) {
            last = new Wanted(searcher, search.text(), words);
            wanted = last;
        }
        return last;
    }

    private static long meanings(IndexSearcher searcher) throws IOException {
        return searcher.count(new FieldExistsQuery(Fields.VECTOR));
    }

    private static Map<String, String> fingerprints(IndexSearcher searcher) throws IOException {
        var found = new HashMap<String, String>();
        int all = Math.max(1, searcher.getIndexReader().maxDoc());
        for (var hit : searcher.search(new MatchAllDocsQuery(), all).scoreDocs) {
            var document = searcher.storedFields().document(hit.doc);
            found.put(document.get(Fields.ARTICLE), document.get(Fields.FINGERPRINT));
        }
        return found;
    }

    private <T> T read(Reading<T> reading) {
        try {
            var searcher = searchers.acquire();
            try {
                return reading.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

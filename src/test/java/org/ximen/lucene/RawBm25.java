package org.ximen.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What Lucene alone does with a question: BM25 over our index, the ten best, nothing else. */
public final class RawBm25 implements Closeable {
    private static final int TOP = 10;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<String> fields = new ArrayList<>();

    private RawBm25(DirectoryReader reader, Fields... fields) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        for (var field : fields) {
            this.fields.addAll(List.of(field.words(), field.pairs()));
        }
    }

    /** Over title, headings and body, each as words and as pairs. */
    public static RawBm25 everywhere(Path index) throws IOException {
        return new RawBm25(DirectoryReader.open(FSDirectory.open(index)), Fields.values());
    }

    /** Over the body alone, as words and as pairs. */
    public static RawBm25 body(Path index) throws IOException {
        return new RawBm25(DirectoryReader.open(FSDirectory.open(index)), Fields.BODY);
    }

    /** How many passages it found. */
    public int search(String question) throws IOException {
        var builder = new QueryBuilder(Analysis.ALL);
        var query = new BooleanQuery.Builder();
        for (var field : fields) {
            var part = builder.createBooleanQuery(field, question);
            if (part != null) {
                query.add(part, Occur.SHOULD);
            }
        }
        return searcher.search(query.build(), TOP).scoreDocs.length;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

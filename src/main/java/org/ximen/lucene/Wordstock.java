package org.ximen.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;

/** Which words and which runs of characters the index holds, and in how many passages. */
final class Wordstock {
    private Wordstock() {}

    /**
     * All dictionary words of titles, headings and bodies: the passages with it, in the best of the
     * three.
     */
    static Map<String, Integer> words(IndexReader reader) throws IOException {
        var words = new HashMap<String, Integer>();
        for (var field : Fields.values()) {
            var inField = new HashMap<String, Integer>();
            for (var leaf : reader.leaves()) {
                add(inField, leaf.reader(), field.words());
            }
            inField.forEach((word, count) -> words.merge(word, count, Math::max));
        }
        return words;
    }

    private static void add(Map<String, Integer> words, LeafReader leaf, String field)
            throws IOException {
        var terms = leaf.terms(field);
        if (terms == null) {
            return;
        }
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
            words.merge(term.utf8ToString(), each.docFreq(), Integer::sum);
        }
    }

    /** In how many passages characters stand in this row: in titles, headings or bodies. */
    static int count(IndexSearcher searcher, String row) throws IOException {
        int most = 0;
        for (var field : Fields.values()) {
            most = Math.max(most, count(searcher, field.pairs(), row));
        }
        return most;
    }

    private static int count(IndexSearcher searcher, String field, String row) throws IOException {
        if (row.length() <= 2) {
            return searcher.getIndexReader().docFreq(new Term(field, row));
        }
        var pairs = new PhraseQuery.Builder();
        for (int i = 0; i + 2 <= row.length(); i++) {
            var pair = new Term(field, row.substring(i, i + 2));
            if (searcher.getIndexReader().docFreq(pair) == 0) {
                return 0;
            }
            pairs.add(pair, i);
        }
        return searcher.count(pairs.build());
    }
}

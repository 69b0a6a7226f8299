package org.ximen.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How much a word tells: BM25's inverse document frequency over titles, headings and bodies. */
final class Weights {
    private Weights() {}

    static double of(IndexReader reader, String word) throws IOException {
        double most = 0;
        for (var field : Fields.values()) {
            most = Math.max(most, reader.docFreq(new Term(field.words(), word)));
        }
        return Math.log(1 + (reader.numDocs() - most + 0.5) / (most + 0.5));
    }
}

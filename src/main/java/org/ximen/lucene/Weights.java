package org.ximen.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.ximen.meaning.Tokens;

/** How much something tells: BM25's inverse document frequency. */
final class Weights {
    private static final int MOST_TOKENS = 200;

    private Weights() {}

    /** Of a word over titles, headings and bodies. */
    static double of(IndexReader reader, String word) throws IOException {
        double most = 0;
        for (var field : Fields.values()) {
            most = Math.max(most, reader.docFreq(new Term(field.words(), word)));
        }
        return weight(reader.numDocs(), most);
    }

    /** Of a word that stands nowhere. */
    static double unseen(IndexReader reader) {
        return weight(reader.numDocs(), 0);
    }

    /** Of each token of a question, as far as people's questions go. */
    static double[] of(IndexReader reader, Tokens tokens) throws IOException {
        int read = reader.getDocCount(Fields.TOKEN);
        var weights = new double[Math.min(tokens.size(), MOST_TOKENS)];
        for (int i = 0; i < weights.length; i++) {
            var term = new Term(Fields.TOKEN, token(tokens.id(i)));
            weights[i] = weight(read, reader.docFreq(term));
        }
        return weights;
    }

    /** A token as a term. */
    static String token(int id) {
        return Integer.toString(id);
    }

    private static double weight(int all, double some) {
        // What was changed may count twice for a while.
        return Math.log(1 + (Math.max(0, all - some) + 0.5) / (some + 0.5));
    }
}

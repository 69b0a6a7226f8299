package org.ximen.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.ximen.knowledge.EnglishIndex;
import org.ximen.knowledge.Retriever.Word;

/** English passages in an index in memory, by the stems of their words. */
final class EnglishPassages implements EnglishIndex {
    private static final EnglishDictionary DICTIONARY = EnglishDictionary.read();

    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final String KNOWN = "known";
    private static final String WRITTEN = "written";

    // A short word with one letter changed is another word.
    private static final int SHORTEST_SLIP = 5;
    private static final int TWO_SLIPS = 9;

    private final Analyzer stems;
    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final Set<String> common = new HashSet<>();

    EnglishPassages(Collection<Text> texts, Collection<List<String>> alike) {
        this.stems = EnglishAnalysis.stems(alike);
        var analyzers = Map.of(WRITTEN, EnglishAnalysis.WRITTEN);
        var directory = new ByteBuffersDirectory();
        var config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(stems, analyzers));
        try (var writer = new IndexWriter(directory, config)) {
            for (var text : texts) {
                writer.addDocument(document(text));
            }
            writer.commit();
            this.reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.searcher = new IndexSearcher(reader);
        DICTIONARY.common().forEach(word -> common.addAll(EnglishAnalysis.terms(stems, word)));
    }

    private static Document document(Text text) {
        var document = new Document();
        document.add(new StoredField(ID, text.id()));
        document.add(new TextField(TEXT, text.text(), Field.Store.NO));
        for (var known : List.of(text.text(), text.known())) {
            document.add(new TextField(KNOWN, known, Field.Store.NO));
            document.add(new TextField(WRITTEN, known, Field.Store.NO));
        }
        return document;
    }

    @Override
    public List<Word> words(String text) {
        return EnglishAnalysis.terms(stems, text).stream()
                .distinct()
                .map(stem -> new Word(stem, weight(stem)))
                .toList();
    }

    @Override
    public List<String> written(String text) {
        return EnglishAnalysis.terms(EnglishAnalysis.WRITTEN, text);
    }

    private double weight(String stem) {
        double some = frequency(KNOWN, stem);
        return Math.log(1 + (reader.numDocs() - some + 0.5) / (some + 0.5));
    }

    private int frequency(String field, String term) {
        try {
            return reader.docFreq(new Term(field, term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isCommon(String word) {
        return common.contains(word);
    }

    @Override
    public Mended mended(String text) {
        var mended = text;
        var words = new ArrayList<String>();
        for (var word : EnglishAnalysis.terms(EnglishAnalysis.WRITTEN, text)) {
            var meant = isSlip(word) ? nearest(word) : word;
            if (!meant.equals(word)) {
                mended = mended.replaceAll("\\b" + word + "\\b", meant);
                words.add(meant);
            }
        }
        return new Mended(mended, words);
    }

    private boolean isSlip(String word) {
        return word.length() >= SHORTEST_SLIP
                && word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')
                && !DICTIONARY.holds(word)
                && EnglishAnalysis.terms(stems, word).stream()
                        .allMatch(stem -> frequency(KNOWN, stem) == 0);
    }

    /** The word of the passages that is most like it; itself where none is. */
    private String nearest(String word) {
        int slips = word.length() >= TWO_SLIPS ? 2 : 1;
        try {
            var terms = MultiTerms.getTerms(reader, WRITTEN);
            if (terms == null) {
                return word;
            }
            var like = new FuzzyTermsEnum(terms, new Term(WRITTEN, word), slips, 1, true);
            var best = word;
            double most = 0;
            for (var term = like.next(); term != null; term = like.next()) {
                double worth = like.getBoost() + Math.log1p(like.docFreq()) / 100;
                if (worth > most) {
                    most = worth;
                    best = term.utf8ToString();
                }
            }
            return best;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> search(String question, int most) {
        var query = new BooleanQuery.Builder();
        EnglishAnalysis.terms(stems, question).stream()
                .distinct()
                .forEach(stem -> query.add(new TermQuery(new Term(TEXT, stem)), Occur.SHOULD));
        try {
            var found = new ArrayList<String>();
            for (var hit : searcher.search(query.build(), most).scoreDocs) {
                found.add(searcher.storedFields().document(hit.doc).get(ID));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.ximen.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.apache.lucene.util.IOUtils;

/** How English text becomes terms. */
final class EnglishAnalysis {
    /** The words as they are written, in lower case. */
    static final Analyzer WRITTEN =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    var tokens = new StandardTokenizer();
                    return new TokenStreamComponents(tokens, new LowerCaseFilter(tokens));
                }
            };

    private static final CharArraySet STOP = stopWords();

    private static final Analyzer STEMS =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    var tokens = new StandardTokenizer();
                    return new TokenStreamComponents(tokens, stems(tokens));
                }
            };

    private EnglishAnalysis() {}

    private static TokenStream stems(TokenStream tokens) {
        var words = new EnglishPossessiveFilter(new LowerCaseFilter(tokens));
        return new PorterStemFilter(new StopFilter(words, STOP));
    }

    private static CharArraySet stopWords() {
        try {
            var file =
                    IOUtils.requireResourceNonNull(
                            SnowballFilter.class.getResourceAsStream("english_stop.txt"),
                            "english_stop.txt");
            return WordlistLoader.getSnowballWordSet(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The stems of words that tell something; those of words alike are the stem of the first.
     *
     * @param alike groups of words that mean the same
     */
    static Analyzer stems(Collection<List<String>> alike) {
        var groups = groups(alike);
        return groups.fst == null
                ? STEMS
                : new Analyzer() {
                    @Override
                    protected TokenStreamComponents createComponents(String field) {
                        var tokens = new StandardTokenizer();
                        var one = new SynonymGraphFilter(stems(tokens), groups, false);
                        return new TokenStreamComponents(tokens, new FlattenGraphFilter(one));
                    }
                };
    }

    private static SynonymMap groups(Collection<List<String>> alike) {
        var map = new SynonymMap.Builder(true);
        for (var group : alike) {
            var first = joined(group.getFirst());
            group.stream()
                    .skip(1)
                    .map(EnglishAnalysis::joined)
                    .filter(other -> other.length > 0 && first.length > 0)
                    .filter(other -> !other.equals(first))
                    .forEach(other -> map.add(other, first, false));
        }
        try {
            return map.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CharsRef joined(String words) {
        var stems = terms(STEMS, words).toArray(String[]::new);
        return SynonymMap.Builder.join(stems, new CharsRefBuilder());
    }

    /** The terms of a text, in order. */
    static List<String> terms(Analyzer analyzer, String text) {
        var terms = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}

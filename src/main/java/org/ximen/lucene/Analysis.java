package org.ximen.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** How text becomes terms: once as dictionary words, once as pairs of characters. */
final class Analysis {
    private static final Analyzer WORDS = new SmartChineseAnalyzer(stopWords());
    private static final Analyzer EVERY_WORD = new SmartChineseAnalyzer(CharArraySet.EMPTY_SET);
    private static final Analyzer PAIRS =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    var tokens = new StandardTokenizer();
                    return new TokenStreamComponents(
                            tokens, new CJKBigramFilter(new LowerCaseFilter(tokens)));
                }
            };

    // What headings and the street's words fall into is asked again whenever an article changes.
    private static final int MOST_PIECES = 10_000;
    private static final Cache<String, List<String>> PIECES =
            Caffeine.newBuilder().maximumSize(MOST_PIECES).executor(Runnable::run).build();

    /** By field. */
    static final Analyzer ALL =
            new PerFieldAnalyzerWrapper(
                    WORDS,
                    Map.of(
                            Fields.TITLE.pairs(), PAIRS,
                            Fields.HEADING.pairs(), PAIRS,
                            Fields.BODY.pairs(), PAIRS));

    private Analysis() {}

    /** The dictionary words of a text without stop words, in order. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        try (var stream = WORDS.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** A text in pieces, nothing left out: dictionary words, and what stands between them. */
    static List<String> pieces(String text) {
        return PIECES.get(text, Analysis::cut);
    }

    private static List<String> cut(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        try (var stream = EVERY_WORD.tokenStream("", text)) {
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (offset.startOffset() > from) {
                    pieces.add(text.substring(from, offset.startOffset()));
                }
                pieces.add(text.substring(offset.startOffset(), offset.endOffset()));
                from = offset.endOffset();
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (from < text.length()) {
            pieces.add(text.substring(from));
        }
        return List.copyOf(pieces);
    }

    private static CharArraySet stopWords() {
        var stop = new CharArraySet(SmartChineseAnalyzer.getDefaultStopSet(), true);
        var file = Objects.requireNonNull(Analysis.class.getResourceAsStream("stop-words.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .flatMap(line -> List.of(line.strip().split(" ")).stream())
                    .filter(word -> !word.isEmpty())
                    .forEach(stop::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stop;
    }
}

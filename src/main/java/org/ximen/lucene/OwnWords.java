package org.ximen.lucene;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.pattern.PatternTokenizer;

/** The street's own words, those that the general dictionary would cut to pieces. */
final class OwnWords {
    static final OwnWords NONE = new OwnWords(List.of());

    private static final int SHORTEST = 2;
    private static final Pattern BETWEEN = Pattern.compile("\n");

    private final Set<String> words = new HashSet<>();
    private final BitSet starts = new BitSet(1 << Character.SIZE);
    private final int longest;

    OwnWords(Collection<String> words) {
        words.stream().filter(word -> Analysis.pieces(word).size() > 1).forEach(this.words::add);
        this.words.forEach(word -> starts.set(word.charAt(0)));
        this.longest = this.words.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Those in a text, in order; of two at one place the longer. */
    List<String> in(String text) {
        var found = new ArrayList<String>();
        for (int at = 0; at + SHORTEST <= text.length(); ) {
            var word = at(text, at);
            if (!word.isEmpty()) {
                found.add(word);
            }
            at += Math.max(1, word.length());
        }
        return found;
    }

    private String at(String text, int from) {
        if (!starts.get(text.charAt(from))) {
            return "";
        }
        int most = Math.min(longest, text.length() - from);
        for (int length = most; length >= SHORTEST; length--) {
            var word = text.substring(from, from + length);
            if (words.contains(word)) {
                return word;
            }
        }
        return "";
    }

    /** Those in a text, as they go into an index, whole. */
    TokenStream stream(String text) {
        var words = new PatternTokenizer(BETWEEN, -1); // -1: what stands between
        words.setReader(new StringReader(String.join("\n", in(text))));
        return words;
    }
}

package org.ximen.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The street's own words, those that the general dictionary would cut to pieces. */
final class OwnWords {
    static final OwnWords NONE = new OwnWords(List.of());

    private static final int SHORTEST = 2;

    private final Set<String> words = new HashSet<>();
    private final int longest;

    OwnWords(Collection<String> words) {
        words.stream().filter(word -> Analysis.pieces(word).size() > 1).forEach(this.words::add);
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
        int most = Math.min(longest, text.length() - from);
        for (int length = most; length >= SHORTEST; length--) {
            var word = text.substring(from, from + length);
            if (words.contains(word)) {
                return word;
            }
        }
        return "";
    }

    /** Words as they go into an index, whole. */
    static TokenStream stream(List<String> words) {
        return new Stream(words);
    }

    private static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<String> words;
        private int next;

        Stream(List<String> words) {
            this.words = words;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (next == words.size()) {
                return false;
            }
            term.append(words.get(next++));
            return true;
        }
    }
}

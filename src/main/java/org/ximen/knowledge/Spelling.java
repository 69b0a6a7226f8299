package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ximen.text.Pinyin;
import org.ximen.text.Words;

/**
 * Slips of the pen in Chinese characters: a word that no file has, where one that sounds alike or
 * differs in one character is known. What is a word itself, or may stand alone, is left as it is.
 */
final class Spelling {
    private static final int SHORT = 2;
    private static final int LONG = 4;
    // A word of two characters alike in sound is common; once in all files may itself be a slip.
    private static final int KNOWN_SHORT = 2;
    // Particles, pronouns, verbs and measures that stand anywhere: what is left when the dictionary
    // cuts a spoken sentence.
    static final String ALONE =
            "的了吗呢吧啊呀哦么嘛啦伐哇噢嗯我你您他她它们侬伊阿这那哪谁啥怎不没未勿弗很都也还就才只又再已要有会能可好肯"
                    + "想让给被把将跟和与或在从到去来回向对比往为是做作办开关看讲说问叫请打用上下里外前后中间内大小多少几"
                    + "一二三四五六七八九十百千万两半个条次天年月日号元块钱分张只家人时点岁户楼层间级位些每第本该另其此之所以"
                    + "而且若如因但则由于等全最更太过完好坏新老高低长短先后早晚快慢自己又并无非均须应当得地着"
                    // ends of names
                    + "省市县区镇乡村路街弄桥站城苑园";

    private final Retriever retriever;
    private final Vocabulary known;

    /**
     * What should stand instead of some characters.
     *
     * @param worth the more the surer
     */
    record Slip(int from, String word, double worth) {
        int to() {
            return from + word.length();
        }

        private boolean overlaps(Slip other) {
            return from < other.to() && other.from < to();
        }
    }

    Spelling(Retriever retriever, Vocabulary known) {
        this.retriever = retriever;
        this.known = known;
    }

    /** The slips of a text, in its order, none of them overlapping. */
    List<Slip> slips(String text) {
        var cut = cut(text);
        var general = general(text);
        var all = new ArrayList<Slip>();
        for (int from = 0; from < text.length(); from++) {
            int longest = Math.min(Vocabulary.LONGEST, text.length() - from);
            for (int length = 1; length <= longest; length++) {
                if (Pinyin.of(text.charAt(from + length - 1)).isEmpty()) {
                    break;
                }
                if (length >= SHORT) {
                    all.addAll(slips(length == SHORT ? general : cut, from, from + length));
                }
            }
        }
        all.sort(Comparator.comparingDouble(slip -> -slip.worth()));
        var best = new ArrayList<Slip>();
        for (var slip : all) {
            if (best.stream().noneMatch(slip::overlaps)) {
                best.add(slip);
            }
        }
        best.sort(Comparator.comparingInt(Slip::from));
        return best;
    }

    private Cut cut(String text) {
        var cut = new Cut(text);
        cut.words(Vocabulary.LONGEST, known::has);
        var pieces = retriever.pieces(text);
        cut.pieces(pieces, known::has);
        return cut;
    }

    /** The same with all words of the language. */
    private Cut general(String text) {
        var cut = cut(text);
        cut.pieces(retriever.pieces(text), any -> true);
        cut.pieces(Words.of(text), any -> true);
        return cut;
    }

    private List<Slip> slips(Cut cut, int from, int to) {
        var written = cut.text().substring(from, to);
        if (known.has(written)) {
            return List.of();
        }
        var slips = new ArrayList<Slip>();
        candidates(written)
                .distinct()
                .forEach(word -> {
                    double worth = worth(cut, from, word);
                    if (worth > 0) {
                        slips.add(new Slip(from, word, worth));
                    }
                });
        return slips.isEmpty() || retriever.count(written) > 0 ? List.of() : slips;
    }

    private Stream<String> candidates(String written) {
        var candidates = new ArrayList<>(known.alike(written));
        for (int i = 0; i < written.length(); i++) {
            for (char mate : Shapes.mates(written.charAt(i))) {
                var word = written.substring(0, i) + mate + written.substring(i + 1);
                if (known.has(word)) {
                    candidates.add(word);
                }
            }
            if (written.length() > 3) {
                candidates.addAll(known.differing(written, i));
            }
        }
        return candidates.stream();
    }

    /** How much speaks for a word; 0 if it is not to be taken. */
    private double worth(Cut cut, int from, String word) {
        int to = from + word.length();
        int other = 0;
        boolean exact = true;
        boolean near = true;
        boolean free = true;
        boolean inside = true;
        for (int i = from; i < to; i++) {
            char written = cut.at(i);
            char meant = word.charAt(i - from);
            if (written == meant) {
                continue;
            }
            if (!cut.within(i, from, to)) {
                return 0;
            }
            exact &= Pinyin.of(written).equals(Pinyin.of(meant));
            if (ALONE.indexOf(written) >= 0 && (!exact || word.length() < LONG)) {
                return 0;
            }
            other++;
            free &= cut.free(i);
            inside &= i > from && i < to - 1;
            near &= alike(written, meant);
        }
        boolean enough =
                switch (word.length()) {
                    case SHORT ->
                            other == 1
                                    && near
                                    && alone(cut, from)
                                    && known.count(word) >= KNOWN_SHORT;
                    case 3 -> other == 1 && (exact || near && free);
                    default ->
                            other == 1 && (exact || free && (near || inside && word.length() > 4))
                                    || other == 2 && (exact || near && free);
                };
        return enough
                ? 2 * word.length() - other + (exact ? 1 : 0) + Math.log1p(known.count(word)) / 10
                : 0;
    }

    /** Whether two characters are left over where a text is cut into words. */
    private static boolean alone(Cut cut, int from) {
        return cut.whole(from, from + SHORT)
                && cut.free(from)
                && cut.free(from + 1)
                && ALONE.indexOf(cut.at(from)) < 0
                && ALONE.indexOf(cut.at(from + 1)) < 0;
    }

    private static boolean alike(char written, char meant) {
        return Pinyin.near(Pinyin.of(written)).equals(Pinyin.near(Pinyin.of(meant)))
                || Shapes.alike(written, meant);
    }
}

package org.ximen.spelling;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ximen.text.Pinyin;

/**
 * A known word in place of as many characters of a text, and whether to believe it: the shorter the
 * word, the more must speak for it.
 */
record Change(Cut cut, int from, String word) {
    static final int SHORT = 2;
    private static final int MIDDLE = 3;
    private static final int LONG = 4;

    /**
     * Particles, pronouns, verbs, measures and ends of names that stand anywhere: what is left over
     * when a dictionary cuts a spoken sentence.
     */
    private static final String ALONE = SpellingWords.LISTS.characters("alone");

    /** Whether a character often stands by itself, so that it proves nothing. */
    static boolean alone(char one) {
        return ALONE.indexOf(one) >= 0;
    }

    int to() {
        return from + word.length();
    }

    boolean overlaps(Change other) {
        return from < other.to() && other.from < to();
    }

    /** How many characters differ. */
    private int differing() {
        return (int) places().count();
    }

    private IntStream places() {
        return IntStream.range(from, to()).filter(at -> cut.at(at) != word.charAt(at - from));
    }

    private boolean all(IntPredicate differing) {
        return places().allMatch(differing);
    }

    boolean believable() {
        boolean within = all(at -> cut.within(at, from, to()));
        boolean proves = !places().anyMatch(at -> alone(cut.at(at))) || same() && length() >= LONG;
        return within && proves && enough();
    }

    /** Whether it is long, or sounds the same: then only known words need to make room for it. */
    boolean isSure() {
        return length() > MIDDLE || same();
    }

    /** The same where other words stand. */
    Change in(Cut other) {
        return new Change(other, from, word);
    }

    private boolean enough() {
        boolean one = differing() == 1;
        return switch (length()) {
            case SHORT -> one && near() && leftOver();
            case MIDDLE -> one && (same() || near() && free());
            case LONG -> one && (same() || near() && free()) || several();
            default -> one && (same() || free() && (near() || inside())) || several();
        };
    }

    private int length() {
        return word.length();
    }

    private boolean several() {
        return differing() == 2 && (same() || near() && free());
    }

    /** Whether what differs sounds the same. */
    private boolean same() {
        return all(at -> sound(cut.at(at)).equals(sound(word.charAt(at - from))));
    }

    /** Whether what differs sounds or looks nearly the same. */
    private boolean near() {
        return all(at -> near(cut.at(at), word.charAt(at - from)));
    }

    private static boolean near(char one, char other) {
        return Pinyin.near(sound(one)).equals(Pinyin.near(sound(other)))
                || Shapes.alike(one, other);
    }

    private static String sound(char one) {
        return Pinyin.of(one);
    }

    private boolean free() {
        return all(cut::free);
    }

    private boolean inside() {
        return all(at -> at > from && at < to() - 1);
    }

    /** Whether all its characters are left over where the text is cut into words. */
    private boolean leftOver() {
        return cut.whole(from, to())
                && IntStream.range(from, to()).allMatch(at -> cut.free(at) && !alone(cut.at(at)));
    }

    /**
     * Of several the longest counts, then what sounds the same, then the commonest.
     *
     * @param count in how many passages the word stands
     */
    double worth(int count) {
        return 2 * length() - differing() + (same() ? 1 : 0) + Math.log1p(count) / 10;
    }
}

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
    private static final String ALONE =
            "的了吗呢吧啊呀哦么嘛啦伐哇噢嗯我你您他她它们侬伊阿这那哪谁啥怎不没未勿弗很都也还就才只又再已要有会能可好肯"
                    + "想让给被把将跟和与或在从到去来回向对比往为是做作办开关看讲说问叫请打用上下里外前后中间内大小多少几"
                    + "一二三四五六七八九十百千万两半个条次天年月日号元块钱分张只家人时点岁户楼层间级位些每第本该另其此之所以"
                    + "而且若如因但则由于等全最更太过完好坏新老高低长短先后早晚快慢自己又并无非均须应当得地着"
                    + "省市县区镇乡村路街弄桥站城苑园";

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

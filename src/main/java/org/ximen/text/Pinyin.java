package org.ximen.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How Chinese characters are read, without tones: 居住证 is ju zhu zheng. */
public final class Pinyin {
    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin");
    private static final String[] TABLE = new String[1 << Character.SIZE];
    // Characters of daily life with a second reading that people type.
    private static final Map<Character, List<String>> ALSO = also();

    private Pinyin() {}

    private static Map<Character, List<String>> also() {
        var also = new HashMap<Character, List<String>>();
        WordLists.beside(Pinyin.class, "second-readings.properties")
                .pairs("also")
                .forEach((one, reading) -> also.put(one.charAt(0), List.of(reading)));
        return also;
    }

    /** The usual reading of a Chinese character; empty for any other. */
    public static String of(char one) {
        if (!Character.isIdeographic(one)) {
            return "";
        }
        var known = TABLE[one];
        return known == null ? learned(one) : known;
    }

    // Two threads may learn the same; a reference is written whole.
    private static String learned(char one) {
        var latin = toneless(LATIN.transliterate(String.valueOf(one)));
        TABLE[one] = latin.matches("[a-z]+") ? latin.intern() : "";
        return TABLE[one];
    }

    /** Letters without tone marks, as people type them: lǜ is lv. */
    public static String toneless(String letters) {
        var apart = Normalizer.normalize(letters, Normalizer.Form.NFD);
        return apart.replace("u\u0308", "v").replaceAll("\\p{Mn}", "");
    }

    /** All readings of a character that people type, the usual one first. */
    public static List<String> all(char one) {
        var usual = of(one);
        var also = ALSO.getOrDefault(one, List.of());
        if (usual.isEmpty() || also.isEmpty()) {
            return usual.isEmpty() ? List.of() : List.of(usual);
        }
        var all = new ArrayList<>(List.of(usual));
        also.stream().filter(reading -> !reading.equals(usual)).forEach(all::add);
        return all;
    }

    /**
     * A syllable without what many do not tell apart: zh/z, ch/c, sh/s, n/l, an/ang, en/eng,
     * in/ing.
     */
    public static String near(String syllable) {
        int length = syllable.length();
        boolean hushed = length > 1 && syllable.charAt(1) == 'h';
        var start =
                syllable.startsWith("n") && length > 1
                        ? "l"
                        : syllable.substring(0, Math.min(1, length));
        var rest = syllable.substring(Math.min(hushed ? 2 : 1, length));
        boolean back = rest.endsWith("ng") && !rest.endsWith("ong");
        return start + (back ? rest.substring(0, rest.length() - 1) : rest);
    }
}

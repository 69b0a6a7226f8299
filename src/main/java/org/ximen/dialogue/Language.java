package org.ximen.dialogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ximen.text.PinyinSyllables;

/** The language in which the assistant speaks for itself; what it quotes stays as it is. */
public enum Language {
    ZH,
    EN;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("[a-z']{2,}");

    /**
     * The language of some words: English where there is no Chinese character and at least two
     * words, not all of them pinyin; empty where the words do not tell.
     *
     * @param plain comparable text
     */
    public static Optional<Language> in(String plain) {
        if (HAN.matcher(plain).find()) {
            return Optional.of(ZH);
        }
        if (plain.startsWith("/")) {
            return Optional.empty(); // a command is of no language
        }
        List<String> words =
                Arrays.stream(plain.split("[^a-z']+"))
                        .filter(word -> WORD.matcher(word).matches())
                        .toList();
        boolean english = words.size() > 1 && !words.stream().allMatch(PinyinSyllables::isSpoken);
        return english ? Optional.of(EN) : Optional.empty();
    }

    /** By its code, {@code zh} or {@code en}. */
    public static Language of(String code) {
        return "en".equals(code) ? EN : ZH;
    }

    /** {@code zh} or {@code en}. */
    public String code() {
        return this == EN ? "en" : "zh";
    }
}

package org.ximen.bench;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.ximen.text.Pinyin;
import org.ximen.text.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spoils the questions of a file for {@code evaluate}: one slip of the pen in one content word of
 * each, always the same for the same seed. Arguments: the file, the kind of slip, the file to
 * write, the seed.
 */
final class SlipsMain {
    // Words of every question, which no one would miss.
    private static final Set<String> PLAIN =
            Set.of(
                    "怎么", "什么", "多少", "可以", "要", "怎样", "为什么", "哪里", "几个", "这个", "我们", "他们", "有没有",
                    "应该", "能不能", "是否", "如何", "什么时候", "需要", "没有", "还是", "自己", "怎么办", "不能", "可不可以");

    private enum Kind {
        /** Another common character that is read the same. */
        HOMOPHONE,
        /** One that is read nearly the same. */
        NEAR,
        /** Any other common character. */
        OTHER,
        /** The word in letters. */
        PINYIN
    }

    private final Kind kind;
    private final Random chance;
    private final List<Character> common = common();
    private final Transliterator latin = Transliterator.getInstance("Han-Latin");

    private SlipsMain(Kind kind, long seed) {
        this.kind = kind;
        this.chance = new Random(seed);
    }

    public static void main(String... args) throws IOException {
        var slips = new SlipsMain(Kind.valueOf(args[1]), Long.parseLong(args[3]));
        var json = JsonMapper.builder().build();
        var lines = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of(args[0]))) {
            var row = (ObjectNode) json.readTree(line);
            row.put("question", slips.spoilt(row.get("question").asString()));
            lines.add(json.writeValueAsString(row));
        }
        Files.write(Path.of(args[2]), lines);
    }

    /** The 3,755 characters of the first level of GB 2312. */
    private static List<Character> common() {
        var characters = new ArrayList<Character>();
        var charset = Charset.forName("GB2312");
        for (int row = 0xB0; row <= 0xD7; row++) {
            for (int cell = 0xA1; cell <= (row == 0xD7 ? 0xF9 : 0xFE); cell++) {
                var text = new String(new byte[] {(byte) row, (byte) cell}, charset);
                characters.add(text.charAt(0));
            }
        }
        return characters;
    }

    private String spoilt(String question) {
        var words = new ArrayList<>(Words.of(question));
        var places = new ArrayList<Integer>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.length() > 1
                    && Character.isIdeographic(word.charAt(0))
                    && !PLAIN.contains(word)) {
                places.add(i);
            }
        }
        if (!places.isEmpty()) {
            int at = places.get(chance.nextInt(places.size()));
            words.set(at, kind == Kind.PINYIN ? letters(words.get(at)) : slip(words.get(at)));
        }
        return String.join("", words);
    }

    private String letters(String word) {
        return Pinyin.toneless(latin.transliterate(word)).replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private String slip(String word) {
        int first = chance.nextInt(word.length());
        for (int i = 0; i < word.length(); i++) {
            int at = (first + i) % word.length();
            char right = word.charAt(at);
            var wrong = common.stream().filter(one -> wrong(one, right)).toList();
            if (!wrong.isEmpty()) {
                char other = wrong.get(chance.nextInt(wrong.size()));
                return word.substring(0, at) + other + word.substring(at + 1);
            }
        }
        return word;
    }

    private boolean wrong(char one, char right) {
        var sound = Pinyin.of(one);
        var meant = Pinyin.of(right);
        boolean near = Pinyin.near(sound).equals(Pinyin.near(meant));
        return one != right
                && switch (kind) {
                    case HOMOPHONE -> sound.equals(meant);
                    case NEAR -> near && !sound.equals(meant);
                    case OTHER -> !near;
                    case PINYIN -> false;
                };
    }
}

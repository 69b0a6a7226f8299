package org.ximen.documents;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/**
 * Counts what Word numbers by itself, such as 第一条 or （一）: the numbers stand nowhere in the text,
 * and people cite by them.
 */
final class Numbering implements Xml.Listener {
    private static final int LEVELS = 9;
    private static final String DIGITS = "〇一二三四五六七八九";

    private record Level(String format, String text, int start) {}

    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private String kind = "";
    private String list = "";
    private int depth;
    private String format = "decimal";
    private String pattern = "";
    private int start = 1;

    /** The number of the next paragraph of a list, as it is printed; nothing for bullets. */
    String next(String list, int depth) {
        var kind = lists.getOrDefault(list, "");
        var level = levels.get(kind + "/" + depth);
        if (level == null || depth >= LEVELS) {
            return "";
        }
        var count = counts.computeIfAbsent(kind, k -> new int[LEVELS]);
        count[depth] = count[depth] == 0 ? level.start() : count[depth] + 1;
        Arrays.fill(count, depth + 1, LEVELS, 0);
        return level.format().equals("bullet") ? "· " : printed(kind, level, count);
    }

    private String printed(String kind, Level level, int[] count) {
        var text = level.text();
        for (int i = 0; i < LEVELS; i++) {
            var other = levels.get(kind + "/" + i);
            if (other != null && text.contains("%" + (i + 1))) {
                text =
                        text.replace(
                                "%" + (i + 1), number(other, Math.max(count[i], other.start())));
            }
        }
        return text.isEmpty() || text.endsWith("、") || text.endsWith("）") ? text : text + " ";
    }

    private static String number(Level level, int number) {
        return level.format().toLowerCase(java.util.Locale.ROOT).contains("chinese")
                        || level.format().equals("japaneseCounting")
                        || level.format().startsWith("ideographDigital")
                ? chinese(number)
                : Integer.toString(number);
    }

    /** Up to 999 as laws count. */
    static String chinese(int number) {
        int hundreds = number / 100 % 10;
        int tens = number / 10 % 10;
        int ones = number % 10;
        var words = new StringBuilder();
        if (hundreds > 0) {
            words.append(DIGITS.charAt(hundreds)).append('百');
            words.append(tens == 0 && ones > 0 ? "零" : "");
        }
        if (tens > 0) {
            words.append(tens == 1 && hundreds == 0 ? "" : DIGITS.charAt(tens)).append('十');
        }
        return words.append(ones > 0 ? DIGITS.charAt(ones) : "").toString();
    }

    @Override
    public void open(String name, XMLStreamReader element) {
        var value = Xml.value(element, "val");
        switch (name) {
            case "abstractNum" -> kind = Xml.value(element, "abstractNumId");
            case "num" -> list = Xml.value(element, "numId");
            case "abstractNumId" -> lists.put(list, value);
            case "lvl" -> level(Xml.value(element, "ilvl"));
            case "numFmt" -> format = value;
            case "lvlText" -> pattern = value;
            case "start" -> start = value.matches("\\d{1,4}") ? Integer.parseInt(value) : 1;
            default -> {}
        }
    }

    private void level(String given) {
        depth = given.matches("[0-8]") ? given.charAt(0) - '0' : 0;
        format = "decimal";
        pattern = "";
        start = 1;
    }

    @Override
    public void close(String name) {
        if (name.equals("lvl")) {
            levels.put(kind + "/" + depth, new Level(format, pattern, start));
        }
    }

    @Override
    public void text(String text) {}
}

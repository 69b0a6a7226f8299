package org.ximen.documents;

import java.util.List;
import java.util.regex.Pattern;
import org.ximen.text.WordLists;

/** Which line is the title of a document that marks none. */
final class Titles {
    private static final int LONGEST = 60;
    private static final int HEAD = 8;
    private static final WordLists ENDINGS =
            WordLists.beside(Titles.class, "title-endings.properties");
    private static final Pattern LETTERHEAD =
            Pattern.compile(".*" + ENDINGS.any("letterhead") + "|索引号.*");
    private static final Pattern USUAL =
            Pattern.compile(
                    ".*" + ENDINGS.any("policy", "notice", "guide", "letter") + "(?:[（(].*)?");
    private static final Pattern NOT_A_TITLE =
            Pattern.compile(
                    ".*[。；：，;,]|.*\\d{4}[〕\\]）)].{0,8}号|第.{1,6}[章节条编].*|[一二三四五六七八九十]+、.*"
                            + "|[\\d\\W&&[^\\p{IsHan}]]+|(?:问|答|Q|A)[：:].*");

    private Titles() {}

    /**
     * Where in these lines the title stands, or -1: first, or below the head of an official letter.
     */
    static int place(List<String> lines) {
        if (lines.isEmpty()) {
            return -1;
        }
        if (isTitle(lines.getFirst()) && !LETTERHEAD.matcher(lines.getFirst()).matches()) {
            return 0;
        }
        for (int i = 1; i < Math.min(HEAD, lines.size()); i++) {
            if (isTitle(lines.get(i)) && USUAL.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    static boolean isTitle(String line) {
        return line.length() >= 2
                && line.length() <= LONGEST
                && line.codePoints().filter(Character::isIdeographic).count() >= 2
                && !NOT_A_TITLE.matcher(line).matches();
    }
}

package org.ximen.documents;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which line is the title of a document that marks none. */
final class Titles {
    private static final int LONGEST = 60;
    private static final Pattern NOT_A_TITLE =
            Pattern.compile(
                    ".*[。；：，;,]|.*\\d{4}[〕\\]）)].{0,8}号|第.{1,6}[章节条编].*|[一二三四五六七八九十]+、.*"
                            + "|[\\d\\W&&[^\\p{IsHan}]]+|(?:问|答|Q|A)[：:].*");

    private Titles() {}

    /** The first line, if it looks like a title. */
    static @Nullable String first(List<String> lines) {
        return lines.isEmpty() || !isTitle(lines.getFirst()) ? null : lines.getFirst();
    }

    static boolean isTitle(String line) {
        return line.length() >= 2
                && line.length() <= LONGEST
                && !NOT_A_TITLE.matcher(line).matches();
    }
}

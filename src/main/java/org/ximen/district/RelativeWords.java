package org.ximen.district;

import java.util.List;
import java.util.regex.Matcher;
import org.ximen.district.Address.Part;
import org.ximen.text.WordLists;

/** Whether words for a spot, without a name, are said to tell a place. */
final class RelativeWords {
    private static final String BEFORE = "在到从往进就是堵牢租堆住";
    private static final String PERSON = "不没肯反同说讲要想人住业邻阿爷";
    // 12月5号, 哪些小区, 每个小区
    private static final String NO_PLACE = "月点线些哪每各个多几某";

    private final WordLists words;

    RelativeWords(WordLists words) {
        this.words = words;
    }

    /**
     * @param match groups own (whose it is, may be null) and core
     */
    boolean tells(String plain, Matcher match, List<Address.Piece> pieces) {
        if (pieces.stream().allMatch(this::isEmpty) || follows(plain, match, NO_PLACE)) {
            return false;
        }
        boolean spot = pieces.stream().anyMatch(piece -> piece.part() == Part.SPOT);
        if (!spot) {
            return match.group("own") != null
                    || standsAlone(plain, match)
                    || follows(plain, match, BEFORE)
                    || (opens(plain, match) && !isSomebody(plain, match.end()));
        }
        return match.group("own") != null
                || opens(plain, match)
                || follows(plain, match, BEFORE)
                || hasSide(match.group("core"))
                || pieces.size() > 1
                || words.list("alone").contains(match.group("core"));
    }

    /** 那边 and 几号 tell nothing. */
    private boolean isEmpty(Address.Piece piece) {
        return piece.part() == Part.SPOT
                ? words.list("vague").contains(piece.value())
                : piece.value().contains("几");
    }

    private static boolean follows(String plain, Matcher match, String characters) {
        return match.start() > 0 && characters.indexOf(plain.charAt(match.start() - 1)) >= 0;
    }

    private boolean hasSide(String core) {
        return words.list("side").stream().anyMatch(core::endsWith);
    }

    /** 一楼不肯 speaks of who lives there. */
    private static boolean isSomebody(String plain, int to) {
        return to < plain.length() && PERSON.indexOf(plain.charAt(to)) >= 0;
    }

    /** Nothing stands before it, or only that a number of a house comes: 门牌号是5号. */
    private boolean opens(String plain, Matcher match) {
        var before = plain.substring(0, match.start());
        return before.isEmpty()
                || !Character.isLetterOrDigit(before.charAt(before.length() - 1))
                || words.list("label").stream().anyMatch(before::endsWith);
    }

    private boolean standsAlone(String plain, Matcher match) {
        return opens(plain, match)
                && (match.end() == plain.length()
                        || !Character.isLetterOrDigit(plain.charAt(match.end())));
    }
}

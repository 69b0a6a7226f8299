package org.ximen.district;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ximen.district.Address.Part;
import org.ximen.district.Address.Piece;

/** Numbers beside a name in Latin letters: Lane 62, No. 5, Wenmiao Road; 212 Wenmiao Rd. */
final class EnglishParts {
    private static final Map<String, Part> WORDS =
            Map.of(
                    "lane", Part.LANE,
                    "no", Part.HOUSE,
                    "number", Part.HOUSE,
                    "building", Part.BUILDING,
                    "floor", Part.FLOOR,
                    "room", Part.ROOM);
    private static final String NUMBER = "(?<number>(?<!\\d)\\d{1,4}[a-z]?(?!\\d))";
    private static final Pattern ONE =
            Pattern.compile("(?<word>" + String.join("|", WORDS.keySet()) + ")?[. ]{0,2}" + NUMBER);
    private static final String NAMED =
            "(?:" + String.join("|", WORDS.keySet()) + ")[. ]{0,2}\\d{1,4}[a-z]?(?!\\d)";
    private static final Pattern LEAD =
            Pattern.compile(
                    "(?:(?:the )?(?:crossing|corner|intersection|junction) of )?"
                            + "(?:"
                            + NAMED
                            + ",? ?(?:of |on )?){0,3}(?:(?<!\\d)\\d{1,4},? )?$");
    private static final Pattern TAIL =
            Pattern.compile("(?:,? ?" + NAMED + "){1,3}|,? ?\\d{1,4}(?![\\w年月日点])");
    private static final int LONGEST_LEAD = 60;

    private EnglishParts() {}

    /** Where the numbers before a name begin. */
    static int start(String plain, int name) {
        var lead = LEAD.matcher(plain).region(Math.max(0, name - LONGEST_LEAD), name);
        return lead.find() ? lead.start() : name;
    }

    /** Where the numbers after a name end. */
    static int end(String plain, int name) {
        var tail = TAIL.matcher(plain).region(name, plain.length());
        return tail.lookingAt() ? tail.end() : name;
    }

    /** The numbers in words beside a name. */
    static List<Piece> of(String plain) {
        return ONE.matcher(plain).results().map(EnglishParts::piece).toList();
    }

    private static Piece piece(MatchResult match) {
        var word = match.group("word");
        var part = word == null ? Part.HOUSE : WORDS.getOrDefault(word, Part.HOUSE);
        return new Piece(part, match.group(), match.group("number"));
    }
}

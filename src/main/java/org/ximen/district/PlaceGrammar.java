package org.ximen.district;

import java.util.regex.Pattern;
import org.ximen.text.WordLists;

/**
 * How people here write places: a name, perhaps a second one for a crossing, then numbers of lanes
 * and houses and words for spots. Patterns over comparable text; the words stand in {@code
 * place-words.properties}.
 */
final class PlaceGrammar {
    private static final String HAN = "\\u4e00-\\u9fff";
    private static final String NUMBER =
            "(?:(?<![\\d.])[a-z]?\\d{1,5}(?:[-~—–、]\\d{1,5})?(?:[a-z](?![a-z]))?(?!\\d)"
                    + "|(?<![第一二三四五六七八九十百零〇两几])(?!几(?![一二三四五六七八九十百]))"
                    + "[一二三四五六七八九十百零〇两几]{1,5})";
    // 3号1104: a room without its unit
    private static final String BARE_ROOM =
            "(?<=[号楼栋幢弄元座])[-—]?[a-z]?\\d{2,4}(?![\\d号元年月日点部辆个块米斤])|(?<=库)b\\d";
    private static final String MOUTH = "口(?![味罩袋水])";

    private final String piece;
    private final Pattern single;

    final Pattern tail;
    final Pattern join;
    final Pattern crossingEnd;
    final Pattern crossed;
    final Pattern unknown;
    final Pattern relative;

    PlaceGrammar(WordLists words) {
        var nameChar = "[" + HAN + "&&[^" + words.characters("stop") + "]]";
        var numbered = NUMBER + " ?" + unit(words) + "[甲乙丙]?(?![" + HAN + "&&[线]])";
        var spot = spot(words, nameChar);
        this.single =
                Pattern.compile(
                        "(?<number>%s) ?(?<unit>%s)[甲乙丙]?|(?<room>%s)|(?<spot>%s)"
                                .formatted(NUMBER, unit(words), BARE_ROOM, spot));
        this.piece = "(?:" + numbered + "|" + BARE_ROOM + "|" + spot + ")";
        var between =
                "(?:[，, ]{0,2}(?="
                        + NUMBER
                        + ")| ?(?:的|[上里浪]?那[个只座边条排家栋块段]的?|[上里浪]的?|"
                        + words.any("piece.near")
                        + ")? ?)";
        var pieces = piece + "(?:" + between + piece + ")";
        this.tail =
                Pattern.compile(
                        "(?:口子上|"
                                + MOUTH
                                + "|"
                                + words.any("stretch")
                                + ")?(?:"
                                + between
                                + piece
                                + "){0,8}");
        var near = "[，,]? ?" + words.any("join.near") + " ?";
        var beside = " ?(?<word>" + words.any("join") + "|[/、&·—–-])? ?";
        this.join = Pattern.compile(near + "|" + beside);
        this.crossingEnd =
                Pattern.compile("的?(?:[那这][个只边]的?)?" + words.any("crossing") + "(?<!口(?=[味罩袋水]))");
        this.crossed =
                Pattern.compile(
                        "[%s]{1,3}?%s(?=%s(?<!口(?=[味罩袋水])))"
                                .formatted(HAN, words.any("road"), words.any("crossing")));
        this.unknown = unknown(words, nameChar);
        this.relative =
                Pattern.compile(
                        "(?<own>%s%s?(?:的|里)?)?(?<core>%s{0,4})"
                                .formatted(words.any("own.who"), words.any("own.what"), pieces));
    }

    private static String unit(WordLists words) {
        var units =
                words.any(
                        "unit.sublane",
                        "unit.lane",
                        "unit.building",
                        "unit.house",
                        "unit.entrance",
                        "unit.floor",
                        "unit.room");
        // 12号楼上 is a house and a spot, 3号门口 too
        return "(?:号(?=楼[上下里道梯顶底]|门[口洞])|(?!楼[道梯上下顶])" + units + ")";
    }

    private static String spot(WordLists words, String nameChar) {
        var side = words.any("side") + "(?![级班次海网]|水[道管])";
        var shop = nameChar + "{1,5}?" + words.any("shop");
        return "(?:(?:" + words.any("spot") + "|" + shop + ")(?:" + side + "){0,2})";
    }

    /** Places whose name is not in the configuration but whose form says what they are. */
    private static Pattern unknown(WordLists words, String nameChar) {
        var lead = "(?<![" + HAN + "]|\\d)|(?<=" + words.any("lead") + ")";
        var follow =
                "(?= ?(?:$|[，,。！!？?、 ]|地下|"
                        + NUMBER
                        + "|"
                        + words.any("spot", "side", "join")
                        + "))";
        var roadChar = nameChar.replace("]]", words.characters("stop.road") + "]]");
        var estateChar = nameChar.replace("]]", words.characters("stop.estate") + "]]");
        var road = words.any("road", "small.road");
        // Where it begins a text and a number follows, a name may go on with any: 凝和路29弄.
        var first = "^" + roadChar + "[" + HAN + "]{1,2}" + road;
        return Pattern.compile(
                "(?:%s)?(?<numbered>%s{1,4}%s|%s)(?= ?%s ?(?:支?弄|号))"
                                .formatted(words.any("affirmed"), roadChar, road, first, NUMBER)
                        + "|(?:%s)(?:(?<road>%s{2,3}%s)|(?<estate>%s{2,5}?%s))%s"
                                .formatted(
                                        lead,
                                        roadChar,
                                        road,
                                        estateChar,
                                        words.any("estate"),
                                        follow));
    }

    /** A single piece of an address: groups number and unit, or room, or spot. */
    Pattern single() {
        return single;
    }
}

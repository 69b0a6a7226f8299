package org.ximen.district;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ximen.district.Address.Part;
import org.ximen.district.Address.Piece;
import org.ximen.text.WordLists;

/**
 * Numbers and spots in English, beside a name or alone: Lane 62, No. 5, Wenmiao Road; the third
 * floor of 212 Wenmiao Rd. Their pieces are written as staff write them: 62弄, 5号, 3楼.
 */
final class EnglishParts {
    private static final int LONGEST_LEAD = 80;
    private static final String NUMBER = "(?<![\\d-])\\d{1,5}(?:-\\d{1,5})?[a-z]?(?![\\w-])";
    private static final String BETWEEN = "(?:,? ?(?:(?:of|on|at|in|off) )?(?:the )?)";

    private final Map<Part, List<String>> units = new EnumMap<>(Part.class);
    private final Map<Part, String> written = new EnumMap<>(Part.class);
    private final Map<String, String> spots;
    private final List<String> ordinals;
    private final Pattern one;
    private final Pattern lead;
    private final Pattern tail;
    private final Pattern alone;

    EnglishParts(WordLists words) {
        for (var part : Part.values()) {
            if (part != Part.SPOT && part != Part.SUBLANE) {
                var name = part.name().toLowerCase(Locale.ROOT);
                units.put(part, words.list("english." + name));
                written.put(part, words.list("written." + name).getFirst());
            }
        }
        this.spots = words.pairs("english.spot");
        this.ordinals = words.list("english.ordinal");
        var unit = any(units.values().stream().flatMap(List::stream));
        var ordinal = "(?:\\d{1,3}(?:st|nd|rd|th)|" + any(ordinals.stream()) + ")";
        var spot = any(spots.keySet().stream());
        var numbered = "(?:" + unit + "[. #]{0,2}" + NUMBER + "|" + ordinal + " " + unit + ")";
        var piece = "(?<![a-z])(?:" + numbered + "|" + spot + "(?![a-z]))";
        this.one =
                Pattern.compile(
                        "(?<![a-z])(?:(?<unit>%1$s)[. #]{0,2}(?<number>%2$s)|(?<nth>%3$s) (?<nthUnit>%1$s)|(?<spot>%4$s)(?![a-z])|(?<bare>%2$s))"
                                .formatted(unit, NUMBER, ordinal, spot));
        var meet =
                "(?:(?<![a-z])" + any(words.list("english.crossing").stream()) + " of (?:the )?)";
        this.lead =
                Pattern.compile(
                        meet
                                + "?(?:"
                                + piece
                                + BETWEEN
                                + "){0,5}(?:(?<![a-z.])"
                                + NUMBER
                                + ",? ?)?$");
        this.tail =
                Pattern.compile(
                        "(?:,? ?%s(?![年月日点]| [a-z]{3,}s\\b))?(?:%s%s){0,5}"
                                .formatted(NUMBER, BETWEEN, piece));
        var where = "(?<=(?:in|at|on|by|near|outside) (?:the|my|our) )";
        this.alone =
                Pattern.compile(
                        "(?:(?<![a-z])%1$s|%2$s%3$s(?![a-z]))(?:%4$s%5$s){0,4}"
                                .formatted(numbered, where, spot, BETWEEN, piece));
    }

    private static String any(Stream<String> words) {
        return WordLists.alternatives(words.map(Pattern::quote));
    }

    /** Where the numbers before a name begin. */
    int start(String plain, int name) {
        var before = lead.matcher(plain).region(Math.max(0, name - LONGEST_LEAD), name);
        return before.useTransparentBounds(true).find() ? before.start() : name;
    }

    /** Where the numbers after a name end. */
    int end(String plain, int name) {
        var after = tail.matcher(plain).region(name, plain.length());
        return after.useTransparentBounds(true).lookingAt() ? after.end() : name;
    }

    /** Stretches that are pieces of an address without a name. */
    List<MatchResult> alone(String plain) {
        return alone.matcher(plain).results().toList();
    }

    /** The numbers and spots in words, in their order. */
    List<Piece> of(String plain) {
        return one.matcher(plain).results().map(this::piece).toList();
    }

    private Piece piece(MatchResult match) {
        var spot = match.group("spot");
        if (spot != null) {
            var chinese = Objects.requireNonNull(spots.get(spot), spot);
            return new Piece(Part.SPOT, chinese, chinese);
        }
        var nth = match.group("nth");
        if (nth != null) {
            return numbered(part(match.group("nthUnit")), number(nth));
        }
        var unit = match.group("unit");
        return unit == null
                ? numbered(Part.HOUSE, match.group("bare"))
                : numbered(part(unit), match.group("number"));
    }

    private Piece numbered(Part part, String number) {
        return new Piece(part, number + written.get(part), number);
    }

    private Part part(String unit) {
        return units.entrySet().stream()
                .filter(entry -> entry.getValue().contains(unit))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private String number(String ordinal) {
        int at = ordinals.indexOf(ordinal);
        return at < 0 ? ordinal.replaceAll("\\D", "") : String.valueOf(at + 1);
    }

    /** A piece as staff write it, in whatever letters it was told. */
    String written(Piece piece) {
        boolean chinese = piece.text().chars().anyMatch(Character::isIdeographic);
        var unit = written.get(piece.part());
        return chinese || unit == null ? piece.text().strip() : piece.value() + unit;
    }

    /** A numbered piece in English, such as room 301; empty for others. */
    String spoken(Piece piece) {
        var unit = units.get(piece.part());
        return unit == null ? "" : unit.getFirst() + " " + piece.value();
    }
}

package org.ximen.district;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ximen.text.Plain;
import org.ximen.text.WordLists;

/**
 * The name of the street itself, in which everything here lies: 老西门这边的食堂 asks about 食堂. Where the
 * name is that of its office (老西门街道办事处) or begins a longer one (老西门新苑), it is left.
 */
final class StreetName {
    private final Pattern pattern;

    StreetName(Area street, WordLists words) {
        var whole = Pattern.quote(Plain.comparable(street.name()));
        var brief = Pattern.quote(Plain.comparable(street.shortName()));
        this.pattern =
                Pattern.compile(
                        "%s?(?<name>%s(?!办)|%s(?!街道))%s?的?"
                                .formatted(
                                        words.any("here.before"), whole, brief, words.any("here")));
    }

    /**
     * @param plain comparable text
     * @param spans the places in it
     */
    String leftOut(String plain, List<PlaceSpan> spans) {
        var rest = new StringBuilder(plain);
        pattern.matcher(plain).results().toList().reversed().stream()
                .filter(match -> spans.stream().noneMatch(span -> isLonger(span, match)))
                .forEach(match -> rest.delete(match.start(), match.end()));
        return rest.toString();
    }

    private static boolean isLonger(PlaceSpan span, MatchResult match) {
        return span.from() == match.start("name") && span.to() > match.end("name");
    }
}

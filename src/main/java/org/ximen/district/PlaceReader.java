package org.ximen.district;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Address.Part;
import org.ximen.text.WordLists;

/** Finds the places in a free text. */
final class PlaceReader {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_BONUS = 19;
    private static final int DENIAL = 500;
    private static final Pattern COMMA = Pattern.compile("[,，、]");
    private static final int KIND_STEP = 20;

    private final Atlas atlas;
    private final Names names;
    private final WordLists words;
    private final PlaceGrammar grammar;
    private final AddressParts parts;
    private final RelativeWords relative;
    private final EnglishParts english;

    PlaceReader(Atlas atlas, WordLists words) {
        this.atlas = atlas;
        this.words = words;
        this.names = new Names(atlas, words);
        this.grammar = new PlaceGrammar(words);
        this.parts = new AddressParts(grammar, words);
        this.relative = new RelativeWords(words);
        this.english = new EnglishParts(words);
    }

    /** What is wrong with the names of the configuration: sentences without a full stop. */
    List<String> collisions() {
        var found = new ArrayList<>(names.collisions());
        for (var name : names.chinese()) {
            Stream.of("spot", "not.road", "own.what", "denied", "affirmed")
                    .filter(key -> words.list(key).contains(name))
                    .forEach(key -> found.add("“" + name + "”也是地点用词（" + key + "）"));
            atlas.outside().stream()
                    .filter(name::contains)
                    .forEach(word -> found.add("“" + name + "”里含有辖区外的地名“" + word + "”"));
        }
        return found;
    }

    /** Comparable text without the names of this street. */
    String withoutNames(String plain) {
        var rest = new StringBuilder(plain);
        for (var one : known(plain)) {
            for (int i = one.name(); i < one.head(); i++) {
                rest.setCharAt(i, '|');
            }
        }
        return rest.toString();
    }

    /** All places, the most telling first; those that only look relative last. */
    List<PlaceSpan> read(String text) {
        var folded =
                new Folded(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        var found = known(folded.plain());
        found.addAll(unknown(folded.plain(), found));
        var spans = new ArrayList<>(found.stream().map(each -> span(each, folded)).toList());
        spans.addAll(relative(folded, found));
        // of equals the first one counts, as the sort is stable
        spans.sort(Comparator.comparingInt((PlaceSpan span) -> score(span, text)).reversed());
        return spans;
    }

    private List<NamedStretch> known(String plain) {
        var found = new ArrayList<NamedStretch>();
        for (int i = 0; i < plain.length(); ) {
            var hit = names.at(plain, i);
            if (hit.isPresent()) {
                var one = named(plain, i, hit.get());
                found.add(one);
                i = Math.max(one.to(), i + 1);
            } else {
                i++;
            }
        }
        return found;
    }

    private NamedStretch named(String plain, int at, Names.Hit first) {
        boolean latin = NamedStretch.isLatin(plain.charAt(at));
        int from = latin ? english.start(plain, at) : at;
        var named = new ArrayList<>(List.of(first.named()));
        int head = first.to();
        var join = grammar.join.matcher(plain).region(head, plain.length());
        if (join.lookingAt() && join.end() < plain.length()) {
            var second =
                    names.at(plain, join.end()).or(() -> crossed(plain, join.end(), first.named()));
            if (second.isPresent() && crosses(plain, join, first.named(), second.get())) {
                named.add(second.get().named());
                head = crossingEnd(plain, second.get().to());
            }
        }
        int to = tailEnd(plain, head);
        to = latin && to == head ? english.end(plain, head) : to;
        return new NamedStretch(from, to, at, head, named, first.named().kind());
    }

    /** A road that the configuration does not know, where a known one meets it: 凝和路口. */
    private Optional<Names.Hit> crossed(String plain, int at, Names.Named first) {
        var road = grammar.crossed.matcher(plain).region(at, plain.length());
        return first.kind() == Names.Kind.ROAD && road.lookingAt() && isName(road.group())
                ? Optional.of(
                        new Names.Hit(
                                new Names.Named(Names.Kind.ROAD, road.group(), List.of(), null),
                                road.end()))
                : Optional.empty();
    }

    /** Two roads side by side cross; where a word says only “and”, something has to say so. */
    private boolean crosses(String plain, Matcher join, Names.Named first, Names.Hit second) {
        if (first.equals(second.named()) || second.named().kind() == Names.Kind.AREA) {
            return false;
        }
        var word = join.group("word");
        int after = second.to();
        boolean plainAnd = word != null && "和与跟同到至、".contains(word);
        return !plainAnd
                || after == plain.length()
                || crossingEnd(plain, after) > after
                || isBoundary(plain.charAt(after));
    }

    private int crossingEnd(String plain, int from) {
        var end = grammar.crossingEnd.matcher(plain).region(from, plain.length());
        return end.lookingAt() ? end.end() : from;
    }

    private int tailEnd(String plain, int from) {
        var tail = grammar.tail.matcher(plain).region(from, plain.length());
        tail.useTransparentBounds(true);
        return tail.lookingAt() ? tail.end() : from;
    }

    private List<NamedStretch> unknown(String plain, List<NamedStretch> known) {
        var found = new ArrayList<NamedStretch>();
        var match = grammar.unknown.matcher(plain);
        while (match.find()) {
            int from = Math.max(match.start(), match.start("numbered"));
            int to = tailEnd(plain, match.end());
            boolean free = known.stream().noneMatch(k -> k.from() < to && from < k.to());
            if (free && isName(plain.substring(from, match.end()))) {
                var kind = match.group("estate") == null ? Names.Kind.ROAD : Names.Kind.ESTATE;
                found.add(new NamedStretch(from, to, from, match.end(), List.of(), kind));
            }
        }
        return found;
    }

    private boolean isName(String name) {
        return name.length() > 2
                && words.list("not.road").stream().noneMatch(name::endsWith)
                && words.list("spot").stream().noneMatch(name::equals);
    }

    private List<PlaceSpan> relative(Folded folded, List<NamedStretch> found) {
        var spans = new ArrayList<PlaceSpan>();
        var match = grammar.relative.matcher(folded.plain()).useTransparentBounds(true);
        while (match.find()) {
            int rest = afterDenied(folded.plain(), match);
            if (rest >= 0) {
                match.region(rest, folded.plain().length());
                continue;
            }
            boolean free =
                    found.stream().noneMatch(k -> k.from() < match.end() && match.start() < k.to());
            var pieces = parts.of(match.group("core"));
            if (free && relative.tells(folded.plain(), match, pieces)) {
                var words = folded.original(folded.start(match.start()), folded.end(match.end()));
                spans.add(relative(folded, match.toMatchResult(), words, pieces));
            }
        }
        for (var said : english.alone(folded.plain())) {
            if (found.stream().noneMatch(k -> k.from() < said.end() && said.start() < k.to())) {
                var pieces = sorted(english.of(said.group()));
                spans.add(relative(folded, said, written(pieces), pieces));
            }
        }
        return spans;
    }

    /** In 不是30号，32号 only the first is denied: where what follows it begins; else -1. */
    private int afterDenied(String plain, Matcher match) {
        int comma =
                COMMA.matcher(match.group())
                        .results()
                        .mapToInt(MatchResult::start)
                        .findFirst()
                        .orElse(-1);
        return comma > 0 && denied(plain, match.start()) ? match.start() + comma + 1 : -1;
    }

    private PlaceSpan relative(
            Folded folded, MatchResult match, String text, List<Address.Piece> pieces) {
        int from = folded.start(match.start());
        int to = folded.end(match.end());
        var address = new Address("", List.of(), pieces);
        boolean denied = denied(folded.plain(), match.start());
        var place = new Place(text, null, null, false);
        return new PlaceSpan(from, to, Evidence.RELATIVE, place, address, denied);
    }

    private PlaceSpan span(NamedStretch found, Folded folded) {
        var plain = folded.plain();
        int end = found.to();
        while (end > found.head() && plain.charAt(end - 1) == ' ') {
            end--;
        }
        int from = folded.start(found.from());
        int to = folded.end(end);
        var pieces = pieces(found, plain, end);
        boolean latin = NamedStretch.isLatin(plain.charAt(found.name()));
        var head =
                latin
                        ? chinese(found.named())
                        : folded.original(folded.start(found.name()), folded.end(found.head()));
        var text = latin ? head + written(pieces) : folded.original(from, to);
        var landmark = names.atAddress(latin ? text : plain.substring(found.from(), end));
        var evidence = found.evidence(pieces);
        var place =
                new Place(
                        text,
                        found.point(evidence, landmark),
                        area(found, landmark, plain),
                        precise(evidence, pieces));
        var address = new Address(head, found.names(landmark, plain), pieces);
        return new PlaceSpan(from, to, evidence, place, address, denied(plain, found.from()));
    }

    private List<Address.Piece> pieces(NamedStretch found, String plain, int end) {
        var after = plain.substring(found.head(), end);
        if (!NamedStretch.isLatin(plain.charAt(found.name()))) {
            return parts.of(after);
        }
        var pieces = new ArrayList<>(english.of(plain.substring(found.from(), found.name())));
        var told = parts.of(after);
        pieces.addAll(told.isEmpty() ? english.of(after) : told);
        return sorted(pieces);
    }

    /** From the whole to its parts, as staff write them. */
    private static List<Address.Piece> sorted(List<Address.Piece> pieces) {
        return pieces.stream().sorted(Comparator.comparing(Address.Piece::part)).toList();
    }

    private String written(List<Address.Piece> pieces) {
        return pieces.stream().map(english::written).collect(Collectors.joining());
    }

    /** Names told in Latin letters, as staff write them. */
    private String chinese(List<Names.Named> named) {
        var name = named.stream().map(Names.Named::name).collect(Collectors.joining());
        boolean roads =
                named.size() > 1 && named.stream().allMatch(each -> each.kind() == Names.Kind.ROAD);
        return roads ? name + words.list("written.crossing").getFirst() : name;
    }

    /** A place in English; empty where it has no name that is known in English. */
    Optional<String> inEnglish(String place) {
        return read(place).stream()
                .filter(span -> span.evidence() != Evidence.RELATIVE)
                .findFirst()
                .map(PlaceSpan::address)
                .flatMap(new EnglishAddress(names, english)::of);
    }

    private boolean precise(Evidence evidence, List<Address.Piece> pieces) {
        return evidence.precise()
                || pieces.stream()
                        .filter(piece -> piece.part() == Part.SPOT)
                        .anyMatch(piece -> tells(piece.value()));
    }

    private boolean tells(String spot) {
        return Stream.of("vague", "common").noneMatch(key -> words.list(key).contains(spot));
    }

    private @Nullable Area area(NamedStretch found, Names.@Nullable Named landmark, String plain) {
        if (landmark != null) {
            return atlas.common(landmark.areas());
        }
        if (found.named().isEmpty()) {
            return atlas.area(plain.substring(found.from(), found.head())).orElse(null);
        }
        var one = found.named().getFirst().areas();
        var two = found.named().getLast().areas();
        var both = one.stream().filter(two::contains).toList();
        return atlas.common(
                both.isEmpty() ? Stream.concat(one.stream(), two.stream()).toList() : both);
    }

    private boolean denied(String plain, int from) {
        return says(plain.substring(0, from), "denied");
    }

    /** Whether such a word stands before a place, be it 不是 or 不是靠近. */
    private boolean says(String before, String key) {
        var text = before.stripTrailing();
        return ends(text, key)
                || words.list("join.near").stream()
                        .filter(text::endsWith)
                        .anyMatch(near ->
                                ends(text.substring(0, text.length() - near.length()), key));
    }

    private boolean ends(String text, String key) {
        return words.list(key).stream().anyMatch(text.stripTrailing()::endsWith);
    }

    private int score(PlaceSpan span, String text) {
        int kind = (Evidence.values().length - span.evidence().ordinal()) * KIND_STEP;
        // a spot on a road says more than the estate beside it would without its number
        int spot = span.precise() && span.evidence() == Evidence.ROAD ? KIND_STEP / 2 : 0;
        int length = Math.min(span.to() - span.from(), LONGEST_BONUS);
        int said = says(text.substring(0, span.from()), "affirmed") ? DENIAL : 0;
        return kind + spot + length + said - (span.denied() ? DENIAL : 0);
    }

    private static boolean isBoundary(char c) {
        return !Character.isLetterOrDigit(c);
    }
}

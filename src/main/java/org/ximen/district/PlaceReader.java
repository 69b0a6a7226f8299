package org.ximen.district;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Address.Part;

/** Finds the places in a free text. */
final class PlaceReader {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_BONUS = 19;
    private static final int DENIAL = 500;
    private static final int KIND_STEP = 20;
    private static final Set<Part> ADDRESSES =
            Set.of(Part.SUBLANE, Part.LANE, Part.HOUSE, Part.BUILDING, Part.ENTRANCE, Part.ROOM);

    private final Atlas atlas;
    private final Names names;
    private final PlaceWords words;
    private final PlaceGrammar grammar;
    private final AddressParts parts;
    private final RelativeWords relative;

    PlaceReader(Atlas atlas, PlaceWords words) {
        this.atlas = atlas;
        this.words = words;
        this.names = new Names(atlas, words);
        this.grammar = new PlaceGrammar(words);
        this.parts = new AddressParts(grammar, words);
        this.relative = new RelativeWords(words);
    }

    /** What a name in a text was found to be, over comparable text. */
    private record Found(
            int from, int to, int name, int head, List<Names.Named> named, Names.Kind kind) {}

    private static boolean isLatin(String plain, int at) {
        return plain.charAt(at) < 0x80;
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

    private List<Found> known(String plain) {
        var found = new ArrayList<Found>();
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

    private Found named(String plain, int at, Names.Hit first) {
        boolean latin = isLatin(plain, at);
        int from = latin ? EnglishParts.start(plain, at) : at;
        var named = new ArrayList<>(List.of(first.named()));
        int head = first.to();
        var join = grammar.join.matcher(plain).region(head, plain.length());
        if (join.lookingAt() && join.end() < plain.length()) {
            var second = names.at(plain, join.end());
            if (second.isPresent() && crosses(plain, join, first.named(), second.get())) {
                named.add(second.get().named());
                head = crossingEnd(plain, second.get().to());
            }
        }
        int to = tailEnd(plain, head);
        to = latin && to == head ? EnglishParts.end(plain, head) : to;
        return new Found(from, to, at, head, named, first.named().kind());
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

    private List<Found> unknown(String plain, List<Found> known) {
        var found = new ArrayList<Found>();
        var match = grammar.unknown.matcher(plain);
        while (match.find()) {
            int to = tailEnd(plain, match.end());
            boolean free = known.stream().noneMatch(k -> k.from() < to && match.start() < k.to());
            if (free && isName(match.group())) {
                var kind = match.group("estate") == null ? Names.Kind.ROAD : Names.Kind.ESTATE;
                found.add(
                        new Found(match.start(), to, match.start(), match.end(), List.of(), kind));
            }
        }
        return found;
    }

    private boolean isName(String name) {
        return name.length() > 2
                && words.list("not.road").stream().noneMatch(name::endsWith)
                && words.list("spot").stream().noneMatch(name::equals);
    }

    private List<PlaceSpan> relative(Folded folded, List<Found> found) {
        var spans = new ArrayList<PlaceSpan>();
        var match = grammar.relative.matcher(folded.plain());
        while (match.find()) {
            boolean free =
                    found.stream().noneMatch(k -> k.from() < match.end() && match.start() < k.to());
            var pieces = parts.of(match.group("core"));
            if (free && relative.tells(folded.plain(), match, pieces)) {
                spans.add(relative(folded, match, pieces));
            }
        }
        return spans;
    }

    private PlaceSpan relative(Folded folded, Matcher match, List<Address.Piece> pieces) {
        int from = folded.start(match.start());
        int to = folded.end(match.end());
        var text = folded.original(from, to);
        var address = new Address("", List.of(), pieces);
        boolean denied = denied(folded.plain(), match.start());
        var place = new Place(text, null, null, false);
        return new PlaceSpan(from, to, Evidence.RELATIVE, place, address, denied);
    }

    private PlaceSpan span(Found found, Folded folded) {
        var plain = folded.plain();
        int end = found.to();
        while (end > found.head() && plain.charAt(end - 1) == ' ') {
            end--;
        }
        int from = folded.start(found.from());
        int to = folded.end(end);
        var pieces = pieces(found, plain, end);
        var landmark = names.atAddress(plain.substring(found.from(), end));
        var evidence = evidence(found, pieces);
        var head = folded.original(folded.start(found.name()), folded.end(found.head()));
        var place =
                new Place(
                        folded.original(from, to),
                        point(found, evidence, landmark),
                        area(found, landmark, plain),
                        precise(evidence, pieces));
        var address = new Address(head, canonical(found, landmark, plain), pieces);
        return new PlaceSpan(from, to, evidence, place, address, denied(plain, found.from()));
    }

    private List<Address.Piece> pieces(Found found, String plain, int end) {
        var after = plain.substring(found.head(), end);
        if (!isLatin(plain, found.name())) {
            return parts.of(after);
        }
        var pieces = new ArrayList<>(EnglishParts.of(plain.substring(found.from(), found.name())));
        pieces.addAll(after.matches("[\\x00-\\x7f]*") ? EnglishParts.of(after) : parts.of(after));
        return pieces;
    }

    private static List<String> canonical(
            Found found, Names.@Nullable Named landmark, String plain) {
        var names = new ArrayList<>(found.named().stream().map(Names.Named::name).toList());
        if (landmark != null) {
            names.add(landmark.name());
        }
        if (names.isEmpty()) {
            names.add(plain.substring(found.name(), found.head()));
        }
        return names;
    }

    private static Evidence evidence(Found found, List<Address.Piece> pieces) {
        if (pieces.stream().map(Address.Piece::part).anyMatch(ADDRESSES::contains)) {
            return Evidence.HOUSE;
        }
        if (found.named().size() > 1) {
            return Evidence.CROSSING;
        }
        return switch (found.kind()) {
            case ROAD -> Evidence.ROAD;
            case ESTATE -> Evidence.ESTATE;
            case LANDMARK -> Evidence.LANDMARK;
            case AREA -> Evidence.AREA;
        };
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

    private static @Nullable Point point(
            Found found, Evidence evidence, Names.@Nullable Named landmark) {
        if (landmark != null) {
            return landmark.at();
        }
        return evidence == Evidence.HOUSE || found.named().size() != 1
                ? null
                : found.named().getFirst().at();
    }

    private @Nullable Area area(Found found, Names.@Nullable Named landmark, String plain) {
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

    private boolean says(String before, String key) {
        return words.list(key).stream().anyMatch(before.stripTrailing()::endsWith);
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

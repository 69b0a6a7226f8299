package org.ximen.directory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ximen.directory.PlacesFile.PlaceKind;
import org.ximen.text.Plain;

/** Finds the place at which, as a text says, something is done: 到就近的社区事务受理服务中心办. */
final class OfficeFinder {
    private static final Pattern SENTENCE = Pattern.compile("[。；;！!\\n]");
    // The preposition before the name, and what is done there behind it or in the same breath.
    private static final Pattern TO = Pattern.compile("[到去在向][^，。、；]{0,14}$");
    private static final Pattern DOING = Pattern.compile("[办申领交签补]|登记|查询|就近");

    private final PlaceNames names;
    private final List<PlaceToGo> places;

    OfficeFinder(PlaceNames names, List<PlaceToGo> places) {
        this.names = names;
        this.places = places;
    }

    /** The first; empty where none is named or it cannot be told which of several. */
    Optional<PlaceToGo> in(String text) {
        return SENTENCE.splitAsStream(text).flatMap(each -> sentence(each).stream()).findFirst();
    }

    private Optional<PlaceToGo> sentence(String sentence) {
        var plain = Plain.comparable(sentence);
        return DOING.matcher(plain).find()
                ? names.in(plain).stream()
                        .filter(named -> TO.matcher(plain.substring(0, named.from())).find())
                        .flatMap(named -> only(named.called()).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<PlaceToGo> only(PlaceNames.Called called) {
        var kind = called.kind();
        var all = kind == null ? called.places() : called.timed() ? List.<PlaceToGo>of() : of(kind);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private List<PlaceToGo> of(PlaceKind kind) {
        return places.stream().filter(place -> place.kind().equals(kind.id())).toList();
    }
}

package org.ximen.district;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.text.Plain;
import org.ximen.text.WordLists;

/** The street: its areas, places and departments, always by the newest configuration. */
public final class District {
    private static final Logger LOG = LoggerFactory.getLogger(District.class);
    private static final String PINNED = "（定位）";
    private static final String ON_MAP = "the point on the map";
    private static final double NEAR_METRES = 60;
    private static final Set<Address.Part> WITHIN_A_HOUSE =
            EnumSet.of(Address.Part.FLOOR, Address.Part.ROOM);
    static final WordLists WORDS = WordLists.beside(District.class, "place-words.properties");
    private static final Pattern MEETS = Pattern.compile(WORDS.any("meets"));

    private final Supplier<DistrictFile> file;
    private volatile Known known;

    private record Known(Atlas atlas, PlaceReader reader, StreetName street) {
        static Known of(DistrictFile file) {
            var atlas = new Atlas(file);
            var reader = new PlaceReader(atlas, WORDS);
            var collisions = reader.collisions();
            if (!collisions.isEmpty()) {
                LOG.warn("district.yaml 里有容易混淆的地名，请核对：{}", String.join("；", collisions));
            }
            return new Known(atlas, reader, new StreetName(atlas.whole(), WORDS));
        }
    }

    public District(Supplier<DistrictFile> file) {
        this.file = file;
        this.known = Known.of(file.get());
    }

    /** An address by which a phone finds the way to a point. */
    public String navigation(Point to) {
        return String.valueOf(file.get().navigation())
                .replace("{lat}", String.format(Locale.ROOT, "%.6f", to.latitude()))
                .replace("{lon}", String.format(Locale.ROOT, "%.6f", to.longitude()));
    }

    /** The street itself, the area that holds all others. */
    public Area whole() {
        return atlas().whole();
    }

    /** All areas, parents before their children. */
    public List<Area> areas() {
        return List.copyOf(atlas().areas.values());
    }

    /** The area with this code, name or alias; 文庙, 文庙居委 and 文庙居委会 are one. */
    public Optional<Area> area(String codeOrNameOrAlias) {
        return atlas().area(codeOrNameOrAlias);
    }

    /** The smallest area whose outline holds the point. */
    public Optional<Area> areaAt(Point point) {
        var atlas = atlas();
        return atlas.areas.values().stream()
                .filter(area -> holds(atlas, area, point))
                .max(Comparator.comparing(Area::kind));
    }

    /** The area and all below it. */
    public List<Area> with(Area area) {
        return areas().stream().filter(each -> isWithin(each, area)).toList();
    }

    /** The area, those that hold it, and all below it. */
    public List<Area> around(Area area) {
        return areas().stream()
                .filter(each -> isWithin(each, area) || isWithin(area, each))
                .toList();
    }

    /**
     * The most specific place that a text names: a road with number, lane or crossing, an estate, a
     * landmark, a neighbourhood; with its area if that can be known.
     */
    public Optional<Place> placeIn(String text) {
        return placesIn(text).stream()
                .filter(span -> span.evidence() != Evidence.RELATIVE && !span.denied())
                .map(PlaceSpan::place)
                .findFirst();
    }

    /** A place without the floor and the room, which tell whose home it is. */
    public String withoutRoom(String place) {
        return placesIn(place).stream()
                .flatMap(span -> span.address().pieces().stream())
                .filter(piece -> WITHIN_A_HOUSE.contains(piece.part()))
                .map(piece -> place.indexOf(piece.text()))
                .filter(at -> at > 0)
                .min(Comparator.naturalOrder())
                .map(at -> place.substring(0, at).strip())
                .orElse(place);
    }

    /** All places that a text names, the most telling first, words without a name last. */
    public List<PlaceSpan> placesIn(String text) {
        return known().reader().read(text);
    }

    /** The roads that a place lies on, without its number; two where they meet. */
    public List<String> roadsOf(String place) {
        var names = placesIn(place).stream().findFirst().map(span -> span.address().names());
        return names.orElse(List.of()).stream().filter(this::isRoad).distinct().toList();
    }

    private boolean isRoad(String name) {
        return atlas().file.roads().stream().anyMatch(road -> road.name().equals(name));
    }

    /**
     * A place of this street as it is written in English; empty where no name of it is known.
     *
     * @param place as it is filed
     */
    public Optional<String> inEnglish(String place) {
        var named = known().reader().inEnglish(place);
        return place.endsWith(PINNED)
                ? Optional.of(named.map(near -> ON_MAP + ", " + near).orElse(ON_MAP))
                : named;
    }

    /** The place of a point on the map. */
    public Place placeAt(Point point) {
        var area = areaAt(point).orElse(null);
        return new Place(describe(point, area) + PINNED, point, area);
    }

    /** Whether words tell a place that meets, or lies by, one named before: 转角, 靠近. */
    public static boolean meets(String said) {
        return MEETS.matcher(said).find();
    }

    /** Whether the words of a place only describe its point on the map. */
    public static boolean isPinned(Place place) {
        return place.text().endsWith(PINNED);
    }

    /** A place outside this street that the text names, with advice. */
    public Optional<Outside> outsideIn(String text) {
        var plain = known().reader().withoutNames(Atlas.key(text));
        return atlas().file.outside().stream()
                .filter(outside -> isNamed(outside, plain))
                .findFirst();
    }

    /**
     * A question, made comparable, without the name of the street, in which everything here lies.
     */
    public String withoutStreet(String question) {
        var plain = Plain.comparable(question);
        return known().street().leftOut(plain, placesIn(plain));
    }

    /** The neighbourhood whose name, short name or alias a text holds; the longest wins. */
    public Optional<Area> neighbourhoodIn(String text) {
        var plain = Atlas.key(text);
        return areas().stream()
                .filter(area -> area.kind() == Area.Kind.NEIGHBOURHOOD)
                .filter(area -> plain.contains(Atlas.key(area.shortName())))
                .max(Comparator.comparingInt(area -> area.shortName().length()));
    }

    /** The department with this id, name or alias. */
    public Optional<Department> department(String idOrName) {
        return atlas().department(idOrName);
    }

    /** All departments, in the order of the configuration. */
    public List<Department> departments() {
        return atlas().file.departments();
    }

    /** The numbers to call at once. */
    public List<DistrictFile.Emergency> emergency() {
        return atlas().file.emergency();
    }

    /** The middle of the street, for maps. */
    public Point centre() {
        return Point.ofLonLat(atlas().file.centre());
    }

    private String describe(Point point, @Nullable Area area) {
        var near =
                atlas().file.landmarks().stream()
                        .filter(mark -> mark.at() != null && metres(mark, point) <= NEAR_METRES)
                        .min(Comparator.comparingDouble(mark -> metres(mark, point)));
        if (near.isPresent()) {
            return near.get().name() + "附近";
        }
        return area == null ? "地图上标出的位置" : area.name() + "范围内";
    }

    private static double metres(DistrictFile.Landmark mark, Point point) {
        return Point.ofLonLat(Objects.requireNonNull(mark.at())).metresTo(point);
    }

    private static boolean holds(Atlas atlas, Area area, Point point) {
        var outline = atlas.outlines.get(area.code());
        return outline != null && outline.covers(point);
    }

    private static boolean isNamed(Outside outside, String plain) {
        return plain.contains(Atlas.key(outside.name()))
                || outside.aliases().stream().map(Atlas::key).anyMatch(plain::contains);
    }

    private boolean isWithin(Area area, Area whole) {
        var atlas = atlas();
        for (var each = area; each != null; each = atlas.above(each)) {
            if (each.code().equals(whole.code())) {
                return true;
            }
        }
        return false;
    }

    private Atlas atlas() {
        return known().atlas();
    }

    private Known known() {
        var now = file.get();
        if (known.atlas().file != now) {
            known = Known.of(now);
        }
        return known;
    }
}

package org.ximen.district;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contents of {@code config/district.yaml}. Coordinates are [longitude, latitude], WGS-84;
 * {@code guess} marks what nobody has checked yet.
 *
 * @param name the street's; the area that stands for the whole street need not say it again
 * @param code the street's administrative code
 * @param navigation address by which a phone finds the way to a point, with {@code {lat}} and
 *     {@code {lon}} for its WGS-84; amap's where it is left out
 */
public record DistrictFile(
        String version,
        String name,
        String code,
        List<Double> centre,
        List<Entry> areas,
        List<Road> roads,
        List<Estate> estates,
        List<Landmark> landmarks,
        List<Outside> outside,
        List<Department> departments,
        List<Emergency> emergency,
        @Nullable String navigation) {
    // https://lbs.amap.com/api/uri-api/guide/mobile-web/point
    private static final String AMAP =
            "https://uri.amap.com/marker?position={lon},{lat}&coordinate=wgs84&callnative=1";

    /** An area; parents come before their children. */
    public record Entry(
            String code,
            Area.Kind kind,
            @Nullable String parent,
            String name,
            @Nullable List<String> aliases,
            @Nullable List<List<Double>> polygon,
            @Nullable Boolean guess) {
        Entry called(String street) {
            return new Entry(code, kind, parent, street, aliases, polygon, guess);
        }

        Area area() {
            return new Area(
                    code,
                    kind,
                    parent,
                    name,
                    aliases == null ? List.of() : aliases,
                    polygon == null ? List.of() : polygon.stream().map(Point::ofLonLat).toList(),
                    Boolean.TRUE.equals(guess));
        }
    }

    /** A road or lane, and the areas it runs through. */
    public record Road(
            String name,
            List<String> aliases,
            List<String> areas,
            @Nullable List<Double> at,
            @Nullable Boolean guess) {
        public Road {
            aliases = orNone(aliases);
            areas = orNone(areas);
        }
    }

    /** A housing estate or a named lane of houses. */
    public record Estate(
            String name,
            List<String> aliases,
            @Nullable String area,
            @Nullable List<Double> at,
            @Nullable Boolean guess) {
        public Estate {
            aliases = orNone(aliases);
        }
    }

    /** A place that everybody knows. */
    public record Landmark(
            String name,
            List<String> aliases,
            @Nullable String address,
            @Nullable String area,
            @Nullable List<Double> at,
            @Nullable Boolean guess) {
        public Landmark {
            aliases = orNone(aliases);
        }
    }

    /** A number to call at once. */
    public record Emergency(String name, String phone) {}

    public DistrictFile {
        centre = List.copyOf(centre);
        areas = named(areas, name);
        roads = orNone(roads);
        estates = orNone(estates);
        landmarks = orNone(landmarks);
        outside = orNone(outside);
        departments = List.copyOf(departments);
        emergency = orNone(emergency);
        navigation = navigation == null || navigation.isBlank() ? AMAP : navigation.strip();
        requireLink(navigation);
        new DistrictChecks(areas, departments).check(roads, estates, landmarks);
    }

    private static void requireLink(String navigation) {
        if (!navigation.matches("(?:https?|geo):\\S*")
                || !navigation.contains("{lat}")
                || !navigation.contains("{lon}")) {
            throw new IllegalArgumentException(
                    "navigation 应是带 {lat} 和 {lon} 的 http(s) 或 geo 地址：" + navigation);
        }
    }

    /**
     * What things are called here, without nicknames: areas, roads, estates, landmarks, offices.
     */
    public List<String> names() {
        return Stream.of(
                        areas.stream().map(Entry::name),
                        roads.stream().map(Road::name),
                        estates.stream().map(Estate::name),
                        landmarks.stream().map(Landmark::name),
                        departments.stream().map(Department::name))
                .flatMap(names -> names)
                .toList();
    }

    /** The street has its name from one place, or everybody would ask which of two counts. */
    private static List<Entry> named(List<Entry> areas, String street) {
        return areas.stream()
                .map(area -> area.parent() == null ? DistrictChecks.street(area, street) : area)
                .toList();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}

package org.ximen.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Address;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.PlaceSpan;
import org.ximen.programme.Project.Stretch;

/** Whom a project concerns. */
final class ProjectReach {
    private final District district;

    ProjectReach(District district) {
        this.district = district;
    }

    /** A name of a project that the street does not have. */
    Optional<String> unknown(Project project) {
        var stretches = project.affected();
        var areas =
                Stream.concat(
                                Stream.ofNullable(project.area()),
                                stretches.stream().map(Stretch::area).filter(Objects::nonNull))
                        .filter(name -> district.area(name).isEmpty());
        var roads =
                stretches.stream()
                        .map(Stretch::road)
                        .filter(Objects::nonNull)
                        .filter(name -> district.roadsOf(name).size() != 1);
        return Stream.concat(areas, roads).findFirst();
    }

    /** The areas of all that it affects; none where that is the whole street. */
    Set<Area> areas(Project project) {
        var named =
                project.affected().stream()
                        .flatMap(each -> area(project, each).stream())
                        .collect(Collectors.toSet());
        return named.isEmpty() ? own(project).map(Set::of).orElse(Set.of()) : named;
    }

    /** Of a road the area that the street wrote for the project, for a road crosses several. */
    private Optional<Area> area(Project project, Stretch stretch) {
        var road = stretch.road();
        return road == null
                ? district.area(String.valueOf(stretch.area()))
                : own(project).or(() -> district.placeIn(road).map(place -> place.area()));
    }

    Optional<Area> own(Project project) {
        return Optional.ofNullable(project.area()).flatMap(district::area);
    }

    /** Whether a place tells on which part of a road somebody is. */
    boolean isNumbered(PlaceSpan span) {
        var address = span.address();
        boolean number =
                address.piece(Address.Part.HOUSE).isPresent()
                        || address.piece(Address.Part.LANE).isPresent();
        return number && !roads(address).isEmpty();
    }

    boolean concerns(Project project, PlaceSpan span) {
        var area = span.place().area();
        if (roads(span.address()).isEmpty()) {
            return area == null ? isEverywhere(project) : concerns(project, area);
        }
        return project.affected().isEmpty()
                ? isEverywhere(project) || area != null && concerns(project, area)
                : project.affected().stream().anyMatch(each -> has(each, span));
    }

    private boolean isEverywhere(Project project) {
        return project.affected().isEmpty() && own(project).isEmpty();
    }

    /**
     * Whether it may concern somebody of whom no more than the area is known. What lies on a road
     * that crosses several areas may.
     */
    boolean concerns(Project project, Area area) {
        return isEverywhere(project)
                || project.affected().isEmpty() && isNear(own(project), area)
                || project.affected().stream()
                        .map(each -> area(project, each))
                        .anyMatch(each -> each.isEmpty() || isNear(each, area));
    }

    private boolean isNear(Optional<Area> named, Area area) {
        return named.filter(each -> district.around(each).contains(area)).isPresent();
    }

    private boolean has(Stretch stretch, PlaceSpan span) {
        var road = stretch.road();
        return road == null
                ? isWithin(stretch.area(), span.place().area())
                : isOn(road, stretch, span.address());
    }

    private boolean isWithin(@Nullable String named, @Nullable Area area) {
        return named != null
                && area != null
                && district.area(named).map(district::with).orElse(List.of()).contains(area);
    }

    private Set<String> roads(Address address) {
        return address.head().isEmpty() ? Set.of() : Set.copyOf(district.roadsOf(address.head()));
    }

    private boolean isOn(String road, Stretch stretch, Address address) {
        var same = new HashSet<>(district.roadsOf(road));
        same.retainAll(roads(address));
        var lane = address.piece(Address.Part.LANE);
        var house = address.piece(Address.Part.HOUSE);
        // A road without any number is the whole of it.
        boolean whole = lane.isEmpty() && house.isEmpty();
        return !same.isEmpty() && (whole || isPart(stretch, lane, house));
    }

    /** The houses of a lane are not those of the road. */
    private static boolean isPart(
            Stretch stretch, Optional<Address.Piece> lane, Optional<Address.Piece> house) {
        if (stretch.lane() == null && stretch.from() == null) {
            return true;
        }
        return Objects.equals(stretch.lane(), lane.map(Address.Piece::value).orElse(null))
                && (house.isEmpty() || isBetween(stretch, house.get().value()));
    }

    private static boolean isBetween(Stretch stretch, String house) {
        var from = stretch.from();
        var to = stretch.to();
        var digits = house.replaceFirst("\\D.*", "");
        return from == null
                || to == null
                || digits.matches("\\d{1,6}")
                        && from <= Integer.parseInt(digits)
                        && Integer.parseInt(digits) <= to;
    }
}

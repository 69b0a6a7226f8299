package org.ximen.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Address;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.PlaceSpan;
import org.ximen.programme.Project.Stretch;

/** Whether a place lies on what a project affects. */
final class ProjectReach {
    private final District district;

    ProjectReach(District district) {
        this.district = district;
    }

    boolean concerns(Project project, String place) {
        return district.placesIn(place).stream()
                .limit(1)
                .anyMatch(span -> project.affected().stream().anyMatch(each -> has(each, span)));
    }

    private boolean has(Stretch stretch, PlaceSpan span) {
        var road = stretch.road();
        return road == null
                ? isWithin(stretch.area(), span.place().area())
                : isOn(road, stretch, span.address());
    }

    /** Whether it concerns somebody of whom no more than the area is known. */
    boolean concerns(Project project, Area area) {
        return project.affected().stream().anyMatch(each -> isWithin(each.area(), area));
    }

    private boolean isWithin(@Nullable String named, @Nullable Area area) {
        return named != null
                && area != null
                && district.area(named).map(district::with).orElse(List.of()).contains(area);
    }

    private boolean isOn(String road, Stretch stretch, Address address) {
        var roads = district.roadsOf(address.head());
        boolean same = roads.contains(road) || roads.isEmpty() && address.head().equals(road);
        var lane = stretch.lane();
        return same && (lane == null ? isBetween(stretch, address) : isLane(lane, address));
    }

    private static boolean isLane(String lane, Address address) {
        return address.piece(Address.Part.LANE)
                .filter(piece -> piece.value().equals(lane))
                .isPresent();
    }

    /** A road without a number is as long as the road. */
    private static boolean isBetween(Stretch stretch, Address address) {
        var from = stretch.from();
        var to = stretch.to();
        return from == null
                || to == null
                || address.piece(Address.Part.HOUSE)
                        .map(piece -> piece.value().replaceFirst("\\D.*", ""))
                        .filter(digits -> digits.matches("\\d{1,6}"))
                        .map(Integer::parseInt)
                        .filter(house -> from <= house && house <= to)
                        .isPresent();
    }
}

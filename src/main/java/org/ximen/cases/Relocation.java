package org.ximen.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.text.Plain;
import org.ximen.understanding.PointCheck;

/** The place that staff name: in words, on the map, by its area, or by several of them. */
final class Relocation {
    private static final int LONGEST = 300;

    private final District district;

    Relocation(District district) {
        this.district = district;
    }

    /**
     * The place after the change.
     *
     * @param before where it was
     * @throws Incomplete if it is outside the street, or its area cannot be known
     */
    Place place(CaseChange change, CaseFacts before) {
        var point = inside(change.location());
        var words = change.place();
        var read = words == null ? null : read(words);
        var area = area(change, point, read, before);
        return new Place(text(words, point, before), point(point, read, before, area), area);
    }

    private @Nullable Point inside(@Nullable Point point) {
        if (point != null && PointCheck.of(point, district) != PointCheck.INSIDE) {
            throw new Incomplete("location", "这个坐标不在本街道，请核对（先纬度，后经度）");
        }
        return point;
    }

    /** What the words say; a place without anything but words if they name none that is known. */
    private Place read(String words) {
        district.outsideIn(words)
                .ifPresent(outside -> {
                    throw new Incomplete("place", outside.name() + "不在本街道，不能改到那里；请核对，或不予受理");
                });
        return district.placeIn(words).orElseGet(() -> new Place(words, null, null, false));
    }

    private Area area(
            CaseChange change, @Nullable Point point, @Nullable Place read, CaseFacts before) {
        var chosen = change.area() == null ? null : named(change.area());
        var on = point == null ? null : district.areaAt(point).orElse(null);
        if (chosen != null && on != null && !district.around(chosen).contains(on)) {
            throw new Incomplete("area", "坐标在" + on.name() + "，不在" + chosen.name() + "，请改其中一样");
        }
        var told = read == null ? before.area() : read.area();
        return Optional.ofNullable(on)
                .or(() -> Optional.ofNullable(chosen))
                .or(() -> Optional.ofNullable(told))
                .orElseThrow(() -> new Incomplete("area", "从地点看不出在哪个居民区，请选一个区域（area）"));
    }

    private Area named(String wanted) {
        return district.area(wanted)
                .filter(area -> area.parent() != null)
                .orElseThrow(
                        () -> new Incomplete("area", "没有叫“" + wanted + "”的居民区或网格，请从区域表里选（area）"));
    }

    private String text(@Nullable String words, @Nullable Point point, CaseFacts before) {
        if (words != null) {
            return Plain.start(Plain.visible(words), LONGEST);
        }
        var known = new Place(before.place(), before.point(), before.area());
        boolean described = before.place().isEmpty() || District.isPinned(known);
        return point != null && described ? district.placeAt(point).text() : before.place();
    }

    private @Nullable Point point(
            @Nullable Point point, @Nullable Place read, CaseFacts before, Area area) {
        if (point != null) {
            return point;
        }
        if (read != null) {
            return read.point();
        }
        var known = before.point();
        boolean within =
                known != null
                        && district.areaAt(known)
                                .filter(district.around(area)::contains)
                                .isPresent();
        return within ? known : null;
    }
}

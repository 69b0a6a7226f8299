package org.ximen.district;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold between the entries of {@code district.yaml}. */
final class DistrictChecks {
    private final Map<String, DistrictFile.Entry> seen = new HashMap<>();

    DistrictChecks(List<DistrictFile.Entry> areas, List<Department> departments) {
        areas.forEach(this::area);
        long tops = areas.stream().filter(a -> a.parent() == null).count();
        require(tops == 1, "areas 应恰有一个没有 parent 的街道，现有 " + tops + " 个");
        var ids = new HashSet<String>();
        departments.forEach(d -> require(ids.add(d.id()), "departments 里 id 重复：" + d.id()));
    }

    /** The area that stands for the whole street, under the street's name. */
    static DistrictFile.Entry street(DistrictFile.Entry area, String name) {
        require(name != null && !name.isBlank(), "缺少街道的名字：name");
        require(
                area.name() == null || area.name().equals(name),
                "街道的名字写了两处，不一样：name 是“%s”，areas 里是“%s”。请改 name，并删去 areas 里的那一处"
                        .formatted(name, area.name()));
        return area.called(name);
    }

    void check(
            List<DistrictFile.Road> roads,
            List<DistrictFile.Estate> estates,
            List<DistrictFile.Landmark> landmarks) {
        for (var road : roads) {
            named(road.name(), "有一条道路");
            road.areas().forEach(code -> known(code, "道路 " + road.name()));
            point(road.at(), "道路 " + road.name());
        }
        for (var estate : estates) {
            named(estate.name(), "有一个小区");
            known(estate.area(), "小区 " + estate.name());
            point(estate.at(), "小区 " + estate.name());
        }
        for (var landmark : landmarks) {
            named(landmark.name(), "有一个地标");
            known(landmark.area(), "地标 " + landmark.name());
            point(landmark.at(), "地标 " + landmark.name());
        }
    }

    private static void named(@Nullable String name, String what) {
        require(name != null && !name.isBlank(), what + "缺少 name");
    }

    private void area(DistrictFile.Entry area) {
        named(area.name(), "区域 " + area.code() + " ");
        var parent = area.parent();
        if (parent == null) {
            require(
                    area.kind() == Area.Kind.SUBDISTRICT,
                    "区域 " + area.name() + " 没有 parent，只有街道可以没有");
        } else {
            var above = seen.get(parent);
            require(above != null, "区域 " + area.name() + " 的 parent " + parent + " 应写在它前面");
            require(
                    above == null || above.kind().compareTo(area.kind()) < 0,
                    "区域 " + area.name() + " 的 parent 应是更大的一级");
        }
        require(seen.put(area.code(), area) == null, "areas 里 code 重复：" + area.code());
        outline(area);
    }

    private static void outline(DistrictFile.Entry area) {
        try {
            var polygon = area.area().polygon();
            require(
                    polygon.isEmpty() || Outline.of(polygon).valid(),
                    "区域 " + area.name() + " 的 polygon 不是一个不自交的多边形");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("区域 " + area.name() + "：" + e.getMessage(), e);
        }
    }

    private void known(@Nullable String code, String of) {
        require(code == null || seen.containsKey(code), of + " 的区域 " + code + " 不在 areas 里");
    }

    private static void point(@Nullable List<Double> at, String of) {
        try {
            if (at != null) {
                Point.ofLonLat(at);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(of + "：" + e.getMessage(), e);
        }
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}

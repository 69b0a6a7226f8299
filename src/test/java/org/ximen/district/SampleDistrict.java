package org.ximen.district;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small made-up street for tests. */
public final class SampleDistrict {
    private SampleDistrict() {}

    /** The street. */
    public static District open() {
        var file = file(List.of());
        return new District(() -> file);
    }

    /** The street with one road more. */
    static DistrictFile with(DistrictFile.Road road) {
        return file(List.of(), List.of(road));
    }

    /** The street with more areas than usual. */
    static DistrictFile file(List<DistrictFile.Entry> more) {
        return file(more, List.of());
    }

    private static DistrictFile file(
            List<DistrictFile.Entry> more, List<DistrictFile.Road> moreRoads) {
        var areas =
                new ArrayList<>(
                        List.of(
                                area("S", Area.Kind.SUBDISTRICT, null, "老西门街道", List.of()),
                                area("G1", Area.Kind.COMPREHENSIVE_GRID, "S", "文庙综合网格", List.of()),
                                area("G2", Area.Kind.COMPREHENSIVE_GRID, "S", "龙门综合网格", List.of()),
                                area(
                                        "N1",
                                        Area.Kind.NEIGHBOURHOOD,
                                        "G1",
                                        "文庙居委会",
                                        square(121.48, 31.21)),
                                area(
                                        "N2",
                                        Area.Kind.NEIGHBOURHOOD,
                                        "G1",
                                        "学宫街居委会",
                                        square(121.49, 31.21)),
                                area(
                                        "N3",
                                        Area.Kind.NEIGHBOURHOOD,
                                        "G2",
                                        "龙门邨居委会",
                                        square(121.50, 31.21))));
        areas.addAll(more);
        return new DistrictFile(
                "test",
                "老西门街道",
                "310101019",
                List.of(121.485, 31.215),
                areas,
                roads(moreRoads),
                List.of(
                        new DistrictFile.Estate(
                                "龙门邨", List.of("龙门村", "尚文路133弄"), "N3", null, null)),
                List.of(
                        new DistrictFile.Landmark(
                                "上海文庙",
                                List.of("孔庙"),
                                "文庙路215号",
                                "N1",
                                List.of(121.4862, 31.2175),
                                null)),
                List.of(new Outside("豫园街道", "", List.of("城隍庙"), "请拨打12345反映")),
                List.of(
                        new Department("cyzx", "城运中心", "", List.of("网格中心"), List.of()),
                        new Department("zhzf", "综合执法队", "", List.of("城管"), List.of()),
                        new Department("scjg", "市场监管所", "", List.of("市场所"), List.of())),
                List.of(new DistrictFile.Emergency("火警", "119")),
                null);
    }

    private static List<DistrictFile.Road> roads(List<DistrictFile.Road> more) {
        var roads =
                new ArrayList<>(
                        List.of(
                                road("文庙路", "N1", "N2"),
                                road("学前街", "N2"),
                                road("梦花街", "N1"),
                                road("尚文路", "N3", "N1"),
                                road("中华路")));
        roads.addAll(more);
        return roads;
    }

    static DistrictFile.Entry area(
            String code,
            Area.Kind kind,
            @Nullable String parent,
            String name,
            List<List<Double>> polygon) {
        return new DistrictFile.Entry(code, kind, parent, name, null, polygon, null);
    }

    private static DistrictFile.Road road(String name, String... areas) {
        return new DistrictFile.Road(name, List.of(), List.of(areas), null, null);
    }

    private static List<List<Double>> square(double west, double south) {
        return List.of(
                List.of(west, south),
                List.of(west + 0.01, south),
                List.of(west + 0.01, south + 0.01),
                List.of(west, south + 0.01));
    }
}

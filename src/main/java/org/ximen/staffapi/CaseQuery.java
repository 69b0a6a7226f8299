package org.ximen.staffapi;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseOrder;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Category;
import org.ximen.cases.CodeTable;
import org.ximen.cases.PageWindow;
import org.ximen.cases.Stage;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.staff.StaffRefused;

/** What is asked of the list of cases, as it stands in the address; null means any. */
record CaseQuery(
        @Nullable String stage,
        @Nullable String area,
        @Nullable String category,
        @Nullable String department,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String page,
        @Nullable String size) {
    private static final int USUAL_SIZE = 50;
    private static final int MOST = 500;
    private static final int MOST_PAGES = 100_000;

    /** The same in the words of the feature; what is unknown is refused by its name. */
    CaseSearch search(District district, CodeTable codeTable) {
        var search =
                CaseSearch.ALL
                        .inArea(area(district))
                        .ofCategory(category(codeTable))
                        .with(department(district))
                        .saying(filled(q));
        var wanted = Fields.constantOrNull("stage", Stage.class, stage);
        if (wanted == null) {
            return search;
        }
        return wanted.states().isEmpty() ? CaseSearch.NONE : search.in(wanted.states());
    }

    PageWindow window() {
        int number = Math.clamp(Fields.number("page", page, 0), 0, MOST_PAGES);
        return new PageWindow(
                number, Math.clamp(Fields.number("size", size, USUAL_SIZE), 1, MOST), order());
    }

    CaseOrder order() {
        var wanted = filled(sort);
        return wanted == null
                ? CaseOrder.NEWEST
                : CaseOrder.of(wanted)
                        .orElseThrow(() ->
                                new StaffRefused(
                                        INVALID, "sort 应是 " + orders() + " 之一，前面加 - 倒着排。"));
    }

    private static String orders() {
        return Arrays.stream(CaseOrder.Key.values())
                .map(CaseOrder.Key::written)
                .collect(Collectors.joining("、"));
    }

    private @Nullable String area(District district) {
        var given = filled(area);
        return given == null
                ? null
                : district.area(given)
                        .map(Area::code)
                        .orElseThrow(() -> unknownArea(given, district));
    }

    private static StaffRefused unknownArea(String given, District district) {
        var names = district.areas().stream().map(Area::name).collect(Collectors.joining("、"));
        return new StaffRefused(INVALID, "没有叫“" + given + "”的区域，可用的有：" + names + "。");
    }

    private @Nullable String category(CodeTable codeTable) {
        var given = filled(category);
        return given == null
                ? null
                : codeTable
                        .categoryNamed(given)
                        .map(Category::code)
                        .orElseThrow(() -> new StaffRefused(INVALID, "没有叫“" + given + "”的类别。"));
    }

    private @Nullable String department(District district) {
        var given = filled(department);
        return given == null
                ? null
                : district.department(given)
                        .map(Department::id)
                        .orElseThrow(() -> unknownDepartment(given, district));
    }

    private static StaffRefused unknownDepartment(String given, District district) {
        var names =
                district.departments().stream()
                        .map(Department::name)
                        .collect(Collectors.joining("、"));
        return new StaffRefused(INVALID, "没有叫“" + given + "”的部门，可用的有：" + names + "。");
    }

    private static @Nullable String filled(@Nullable String given) {
        return given == null || given.isBlank() ? null : given;
    }
}

package org.ximen.cases;

import org.jspecify.annotations.Nullable;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.workdays.Limit;

/** Who gets a case, under which condition and until when. */
final class DispatchTerms {
    private final District district;
    private final CodeTable codeTable;

    DispatchTerms(District district, CodeTable codeTable) {
        this.district = district;
        this.codeTable = codeTable;
    }

    /** The category of a code or of a whole name. */
    Category category(String wanted) {
        return codeTable.categories().stream()
                .filter(each -> isNamed(each, wanted))
                .findFirst()
                .orElseThrow(() ->
                        new Incomplete("category", "类别表里没有“" + wanted + "”，请从类别表里选（category）"));
    }

    /** Whether the table has this code. */
    boolean isKnown(String code) {
        return codeTable.categories().stream().anyMatch(each -> each.code().equals(code));
    }

    private static boolean isNamed(Category category, String wanted) {
        return wanted.equals(category.code())
                || wanted.equals(category.name())
                || wanted.equals(category.shown());
    }

    /** The condition of an id; the usual one where none is named. */
    static FilingCondition condition(Category category, @Nullable String id) {
        if (id == null) {
            return category.usual();
        }
        return category.conditions().stream()
                .filter(condition -> condition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Incomplete("condition", conditions(category)));
    }

    private static String conditions(Category category) {
        var each = category.conditions().stream().map(c -> c.id() + "（" + c.when() + "）").toList();
        return "没有这个立案条件，请从这些里选：" + String.join("、", each);
    }

    /** The condition that was filed; the usual one if it is gone from the table. */
    static FilingCondition limited(GridCase item) {
        return filed(item.category(), item.condition());
    }

    /** Of the condition that was filed, or else of the usual one. */
    static Limit limit(Category category, @Nullable String condition) {
        return filed(category, condition).limit();
    }

    private static FilingCondition filed(Category category, @Nullable String id) {
        return category.conditions().stream()
                .filter(condition -> condition.id().equals(id))
                .findFirst()
                .orElse(category.usual());
    }

    /** Id of the department that a move names, or else of the one that usually has the category. */
    String department(Category category, @Nullable String named) {
        var wanted = named == null ? category.department() : named;
        if (wanted == null) {
            throw new Incomplete("department", "这类问题没有默认部门，请写明派给哪个部门（department）");
        }
        return department(wanted, "department");
    }

    /** Id of a department; the field is named where there is no such department. */
    String department(String wanted, String field) {
        return district.department(wanted)
                .map(Department::id)
                .orElseThrow(() -> new Incomplete(field, departments(wanted)));
    }

    private String departments(String wanted) {
        var names = district.departments().stream().map(Department::name).toList();
        return "没有“" + wanted + "”这个部门，请从这些里选：" + String.join("、", names);
    }

    /** A department as people read it. */
    String name(@Nullable String id) {
        return id == null ? "未定" : district.department(id).map(Department::name).orElse(id);
    }
}

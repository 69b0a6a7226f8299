package org.ximen.staff;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.District;

/**
 * What an account is there for, and whether it may be used at all.
 *
 * @param department id or name of a department, nothing for those who work for none
 * @param areas codes, names or other names of areas, or {@code *} for the whole street; handlers
 *     and leaders see nothing else, nor do verifiers who have any
 */
public record Duty(Role role, @Nullable String department, List<String> areas, boolean active) {
    public Duty {
        department = department == null || department.isBlank() ? null : department;
        areas =
                areas.contains(StaffMember.EVERYWHERE)
                        ? List.of(StaffMember.EVERYWHERE)
                        : areas.stream().distinct().sorted().toList();
    }

    /** What a member does now. */
    public static Duty of(StaffMember member) {
        return new Duty(member.role(), member.department(), member.areas(), member.active());
    }

    /** The same with the id of the department and the codes of the areas. */
    Duty in(District district) {
        var codes = areas.stream().map(area -> code(area, district)).toList();
        return new Duty(role, id(district), codes, active);
    }

    /**
     * Whether areas bound what somebody with this duty is told of: those of who handles for a
     * department, or checks, only where there are any.
     */
    boolean isBounded() {
        boolean byRole =
                switch (role) {
                    case HANDLER -> department == null || !areas.isEmpty();
                    case VERIFIER -> !areas.isEmpty();
                    case LEADER -> true;
                    case DISPATCHER, EDITOR, APPROVER, ADMIN -> false;
                };
        return byRole && !areas.contains(StaffMember.EVERYWHERE);
    }

    /** Whether whoever has this duty sees all that another of the role and department is told. */
    boolean covers(Duty other, District district) {
        return !isBounded()
                || other.isBounded() && within(district).containsAll(other.within(district));
    }

    private Set<String> within(District district) {
        return areas.stream()
                .flatMap(code -> district.area(code).stream())
                .flatMap(area -> district.with(area).stream())
                .map(Area::code)
                .collect(Collectors.toSet());
    }

    /** What is different from before: 角色：编辑 → 审核员. Nothing if all is the same. */
    String since(Duty before, District district) {
        var said = new ArrayList<String>();
        say(said, "角色", before.role.shown(), role.shown());
        say(said, "部门", before.departmentIn(district), departmentIn(district));
        say(said, "区域", before.areasIn(district), areasIn(district));
        say(said, "状态", before.activeShown(), activeShown());
        return String.join("；", said);
    }

    private static void say(List<String> said, String what, String before, String after) {
        if (!before.equals(after)) {
            said.add(what + "：" + before + " → " + after);
        }
    }

    private @Nullable String id(District district) {
        if (department == null) {
            return null;
        }
        return district.department(department)
                .map(Department::id)
                .orElseThrow(() -> unknown("部门", department, departments(district)));
    }

    private static String code(String area, District district) {
        return area.equals(StaffMember.EVERYWHERE) ? area : known(area, district);
    }

    private static String known(String area, District district) {
        return district.area(area)
                .map(Area::code)
                .orElseThrow(() -> unknown("区域", area, areas(district)));
    }

    private static StaffRefused unknown(String what, String given, String known) {
        return new StaffRefused(INVALID, "没有叫“" + given + "”的" + what + "，可用的有：" + known + "。");
    }

    private static String departments(District district) {
        return district.departments().stream()
                .map(Department::name)
                .collect(Collectors.joining("、"));
    }

    private static String areas(District district) {
        return district.areas().stream().map(Area::name).collect(Collectors.joining("、"));
    }

    /** The department's name; 无 without one. */
    public String departmentIn(District district) {
        return department == null
                ? "无"
                : district.department(department).map(Department::name).orElse(department);
    }

    /** The names of the areas; 不限 for those whom areas do not limit. */
    public String areasIn(District district) {
        if (areas.isEmpty()) {
            return role == Role.HANDLER || role == Role.LEADER ? "无" : "不限";
        }
        return areas.stream().map(code -> name(code, district)).collect(Collectors.joining("、"));
    }

    private static String name(String code, District district) {
        return code.equals(StaffMember.EVERYWHERE)
                ? "全街道"
                : district.area(code).map(Area::name).orElse(code);
    }

    private String activeShown() {
        return active ? "正常" : "停用";
    }
}

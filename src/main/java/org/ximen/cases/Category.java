package org.ximen.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Language;
import org.ximen.workdays.Limit;
import org.ximen.workdays.LimitUnit;

/**
 * A kind of thing that is reported.
 *
 * @param code as in GB/T 30428.2, with E for events and C for components in front
 * @param group the 大类
 * @param names what it is called
 * @param department id of the department that usually handles it; null only for {@link #other}
 * @param urgent whether somebody has to come within hours
 * @param photo whether a picture helps
 * @param covers what belongs to it, in words
 * @param not what does not, in words
 * @param conditions at least one, the usual one first
 */
public record Category(
        String code,
        Kind kind,
        String group,
        CategoryNames names,
        @Nullable String department,
        boolean urgent,
        boolean photo,
        String covers,
        @Nullable String not,
        List<FilingCondition> conditions) {

    /** 部件 or 事件. */
    public enum Kind {
        COMPONENT,
        EVENT
    }

    private static final Limit OTHER_LIMIT = new Limit(2, LimitUnit.WORKING_DAYS);

    public Category {
        conditions = List.copyOf(conditions);
    }

    /** The standard's name. */
    public String name() {
        return names.standard();
    }

    /** What people read: the local name. */
    public String shown() {
        return names.local();
    }

    /** What people read who speak this language; Chinese where the street gave no other name. */
    public String shown(Language language) {
        return language.of(names.local(), names.english());
    }

    /** The usual filing condition. */
    public FilingCondition usual() {
        return conditions.getFirst();
    }

    /** A thing nobody could sort yet, or one whose code is no longer in the table. */
    static Category other(String code) {
        var usual = new FilingCondition("a", "情况属实", OTHER_LIMIT, "问题已处理", true);
        var names = new CategoryNames("其他", "其他问题", "something else");
        return new Category(
                code, Kind.EVENT, "其他", names, null, false, true, "", null, List.of(usual));
    }
}

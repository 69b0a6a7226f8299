package org.ximen.cases;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.workdays.Limit;
import org.ximen.workdays.LimitUnit;

/** {@code dangers.yaml}: what is said and done when somebody is in danger. */
public record DangersFile(List<Entry> dangers) {
    /**
     * A family of dangers.
     *
     * @param id as the examples name them
     * @param englishName its name in English
     * @param advice what people should do at once
     * @param english the same in English
     * @param minutes until somebody must have reacted
     * @param duty id of the department that is on duty for it
     * @param hazardCategory code of the category of what may hurt and has not yet
     * @param filed whether it becomes a case, as it does unless the file says no
     */
    public record Entry(
            String id,
            String name,
            @Nullable String englishName,
            String advice,
            String english,
            int minutes,
            String duty,
            @Nullable String hazardCategory,
            @Nullable Boolean filed) {
        private static final String CODE = "D-";

        public Entry {
            if (minutes < 1) {
                throw new IllegalArgumentException("minutes 应为正整数：" + minutes);
            }
        }

        Danger danger() {
            return new Danger(id, name, advice, english, !Boolean.FALSE.equals(filed));
        }

        /** The category of a case of it: never that of a thing which may wait. */
        Category category() {
            var limit = new Limit(minutes, LimitUnit.URGENT_MINUTES);
            var usual = new FilingCondition("A", "有人正处在危险中", limit, "险情解除，人员安全", false);
            return new Category(
                    CODE + id,
                    Category.Kind.EVENT,
                    "险情",
                    new CategoryNames(name, name, englishName == null ? "" : englishName),
                    duty,
                    true,
                    false,
                    "",
                    null,
                    List.of(usual));
        }
    }

    public DangersFile {
        dangers = List.copyOf(dangers);
        var ids = new HashSet<String>();
        for (var danger : dangers) {
            if (!ids.add(danger.id())) {
                throw new IllegalArgumentException("id 重复：" + danger.id());
            }
        }
    }
}

package org.ximen.cases;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.workdays.Limit;

/** The contents of {@code config/categories.yaml}: the versioned code table. */
public record CategoriesFile(String version, @Nullable Clocks clocks, List<Entry> categories) {

    /**
     * The limits of the stages that are the same for all cases; a stage without one has no clock.
     */
    public record Clocks(
            @Nullable Limit firstContact,
            @Nullable Limit filing,
            @Nullable Limit dispatch,
            @Nullable Limit verification) {
        @Nullable Limit of(TimedStage stage) {
            return switch (stage) {
                case CONTACT -> firstContact;
                case FILING -> filing;
                case DISPATCH -> dispatch;
                case VERIFICATION -> verification;
                // by the category and its condition
                case HANDLING -> null;
            };
        }
    }

    /**
     * One category.
     *
     * @param basis where the code comes from
     * @param english shown to who speaks English; Chinese is where it is missing
     * @param published whether everybody may see where there are such cases; no unless it says yes
     */
    public record Entry(
            String code,
            Category.Kind kind,
            String group,
            String name,
            String local,
            @Nullable String english,
            @Nullable String basis,
            String department,
            @Nullable Boolean urgent,
            @Nullable Boolean photo,
            @Nullable Boolean published,
            @Nullable String covers,
            @Nullable String not,
            List<FilingCondition> conditions) {
        public Entry {
            if (conditions == null || conditions.isEmpty()) {
                throw new IllegalArgumentException("类别 " + code + " 至少要有一个立案条件");
            }
        }

        Category category() {
            return new Category(
                    code,
                    kind,
                    group,
                    new CategoryNames(name, local, english == null ? "" : english),
                    department,
                    Boolean.TRUE.equals(urgent),
                    Boolean.TRUE.equals(photo),
                    covers == null ? "" : covers,
                    not,
                    conditions);
        }
    }

    public CategoriesFile {
        categories = List.copyOf(categories);
        var codes = new HashSet<String>();
        for (var entry : categories) {
            if (!codes.add(entry.code())) {
                throw new IllegalArgumentException("类别代码重复：" + entry.code());
            }
        }
    }
}

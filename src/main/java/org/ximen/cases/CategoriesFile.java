package org.ximen.cases;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.workdays.Limit;

/** The contents of {@code config/categories.yaml}: the versioned code table. */
public record CategoriesFile(
        String version, Clocks clocks, List<Entry> categories, List<Hazard> dangers) {

    /** The limits of the steps that are the same for all cases. */
    public record Clocks(Limit firstContact, Limit filing, Limit dispatch, Limit verification) {}

    /**
     * One category.
     *
     * @param basis where the code comes from
     */
    public record Entry(
            String code,
            Category.Kind kind,
            String group,
            String name,
            String local,
            @Nullable String basis,
            String department,
            @Nullable Boolean urgent,
            @Nullable Boolean photo,
            @Nullable String covers,
            @Nullable String not,
            List<FilingCondition> conditions,
            @Nullable Words words) {
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
                    name,
                    local,
                    department,
                    Boolean.TRUE.equals(urgent),
                    Boolean.TRUE.equals(photo),
                    covers == null ? "" : covers,
                    not,
                    conditions);
        }
    }

    /** Phrases that speak for a category or against it; {@code *} is up to six characters. */
    public record Words(
            List<String> sure, List<String> likely, List<String> hint, List<String> never) {
        public Words {
            sure = orNone(sure);
            likely = orNone(likely);
            hint = orNone(hint);
            never = orNone(never);
        }
    }

    /** Phrases that name a danger, the gravest first. */
    public record Hazard(String id, List<String> words) {
        public Hazard {
            words = List.copyOf(words);
        }
    }

    public CategoriesFile {
        categories = List.copyOf(categories);
        dangers = orNone(dangers);
        var codes = new HashSet<String>();
        for (var entry : categories) {
            if (!codes.add(entry.code())) {
                throw new IllegalArgumentException("类别代码重复：" + entry.code());
            }
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}

package org.ximen.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ximen.district.District;
import org.ximen.text.Plain;

/** One version of the code table. */
final class CodeTableVersion {
    final List<Category> categories;
    final List<Category> published;
    final Map<String, Category> byCode = new HashMap<>();
    private final List<DangersFile.Entry> dangers;

    CodeTableVersion(CategoriesFile file, DangersFile dangers, District district) {
        this.categories =
                file.categories().stream().map(entry -> category(entry, district)).toList();
        this.published =
                file.categories().stream()
                        .filter(entry -> Boolean.TRUE.equals(entry.published()))
                        .map(CategoriesFile.Entry::category)
                        .toList();
        this.dangers = dangers.dangers();
        categories.forEach(category -> byCode.put(category.code(), category));
        for (var danger : this.dangers) {
            check(danger, district);
            byCode.put(danger.category().code(), danger.category());
        }
    }

    private static Category category(CategoriesFile.Entry entry, District district) {
        if (district.department(entry.department()).isEmpty()) {
            throw new IllegalArgumentException(
                    "类别 %s 的部门 %s 不在 district.yaml 的 departments 里"
                            .formatted(entry.code(), entry.department()));
        }
        return entry.category();
    }

    private void check(DangersFile.Entry danger, District district) {
        if (district.department(danger.duty()).isEmpty()) {
            throw new IllegalArgumentException(
                    "险情 %s 的值守单位 %s 不在 district.yaml 的 departments 里"
                            .formatted(danger.id(), danger.duty()));
        }
        var hazard = danger.hazardCategory();
        if (hazard != null && !byCode.containsKey(hazard)) {
            throw new IllegalArgumentException(
                    "险情 %s 的类别 %s 不在 categories.yaml 里".formatted(danger.id(), hazard));
        }
    }

    /** The danger with this id. */
    Optional<DangersFile.Entry> family(String id) {
        return dangers.stream().filter(danger -> danger.id().equals(id)).findFirst();
    }

    /** The category with this code or name; else the first whose name holds the words. */
    Optional<Category> named(String words) {
        var key = key(words);
        return first(category -> names(category).contains(key))
                .or(() ->
                        key.length() < 2
                                ? Optional.empty()
                                : first(c -> isEnglish(c, key) || holds(c, key)));
    }

    private Optional<Category> first(Predicate<Category> which) {
        return categories.stream().filter(which).findFirst();
    }

    private static boolean isEnglish(Category category, String key) {
        return key(category.names().english()).equals(key);
    }

    private static boolean holds(Category category, String key) {
        return names(category).stream().anyMatch(name -> name.contains(key));
    }

    private static Set<String> names(Category category) {
        var names = new HashSet<String>();
        names.add(key(category.code()));
        names.add(key(category.name()));
        names.add(key(category.shown()));
        return names;
    }

    private static String key(String words) {
        return Plain.comparable(words).replace(" ", "");
    }
}

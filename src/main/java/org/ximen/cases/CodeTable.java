package org.ximen.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.district.District;
import org.ximen.workdays.Limit;

/** The code table: the kinds of things that are reported, and the dangers, as the files say now. */
public final class CodeTable {
    private static final Logger LOG = LoggerFactory.getLogger(CodeTable.class);

    private final Supplier<CategoriesFile> categories;
    private final Supplier<DangersFile> dangers;
    private final District district;
    private volatile CodeTableVersion table;
    private volatile Seen seen;

    /** The files that the table was made of, or could not be. */
    private record Seen(CategoriesFile categories, DangersFile dangers) {
        boolean are(CategoriesFile others, DangersFile other) {
            return categories == others && dangers == other;
        }
    }

    /** A code table or dangers that do not fit the district are refused with a plain sentence. */
    public CodeTable(
            Supplier<CategoriesFile> categories, Supplier<DangersFile> dangers, District district) {
        this.categories = categories;
        this.dangers = dangers;
        this.district = district;
        this.seen = new Seen(categories.get(), dangers.get());
        this.table = new CodeTableVersion(seen.categories(), seen.dangers(), district);
    }

    /** The category of a code; a code that is not in the table stands for 其他问题. */
    public Category category(String code) {
        var category = now().byCode.get(code);
        return category != null ? category : Category.other(code);
    }

    /** The category with this code, standard or local name, or the first whose name holds it. */
    public Optional<Category> categoryNamed(String words) {
        return now().named(words);
    }

    /** The danger with this id. */
    public Optional<Danger> danger(String id) {
        return now().family(id).map(DangersFile.Entry::danger);
    }

    /** The category of a case in which somebody is in this danger: minutes, and who is on duty. */
    public Category dangerCategory(String id) {
        return now().family(id).map(DangersFile.Entry::category).orElse(Category.other(id));
    }

    /** The category of what may do such harm and has not yet, if one stands for it. */
    public Optional<Category> hazardCategory(String id) {
        return now().family(id)
                .map(DangersFile.Entry::hazardCategory)
                .flatMap(code -> Optional.ofNullable(now().byCode.get(code)));
    }

    /** All categories, in the order of the table. */
    public List<Category> categories() {
        return now().categories;
    }

    /** Those of the categories whose cases everybody may see. */
    public List<Category> published() {
        return now().published;
    }

    /** The limit of a stage that is the same for all cases; empty where the file names none. */
    Optional<Limit> limit(TimedStage stage) {
        return Optional.ofNullable(categories.get().clocks()).map(clocks -> clocks.of(stage));
    }

    private CodeTableVersion now() {
        var categoriesNow = categories.get();
        var dangersNow = dangers.get();
        if (!seen.are(categoriesNow, dangersNow)) {
            seen = new Seen(categoriesNow, dangersNow);
            try {
                table = new CodeTableVersion(categoriesNow, dangersNow, district);
            } catch (IllegalArgumentException e) {
                LOG.error("{}；继续使用原来的类别表", e.getMessage());
            }
        }
        return table;
    }
}

package org.ximen.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.district.District;
import org.ximen.text.Plain;

/** Reads what a report is about: kind of thing, place, danger. Writes nothing. */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final int READ = 500;

    private final Supplier<CategoriesFile> categories;
    private final Supplier<DangersFile> dangers;
    private final District district;
    private volatile CodeTable table;
    private volatile Seen seen;

    /** The files that the table was made of, or could not be. */
    private record Seen(CategoriesFile categories, DangersFile dangers) {
        boolean are(CategoriesFile others, DangersFile other) {
            return categories == others && dangers == other;
        }
    }

    /** A code table or dangers that do not fit the district are refused with a plain sentence. */
    public Intake(
            Supplier<CategoriesFile> categories, Supplier<DangersFile> dangers, District district) {
        this.categories = categories;
        this.dangers = dangers;
        this.district = district;
        this.seen = new Seen(categories.get(), dangers.get());
        this.table = new CodeTable(seen.categories(), seen.dangers(), district);
    }

    /** What can be read from a report's words. */
    public Reading read(String text) {
        var comparable = Plain.comparable(text);
        // The start of a long text says what it is about; a danger counts wherever it is named.
        var start = Plain.start(text, READ);
        var scored = table().score(Plain.start(comparable, READ));
        return new Reading(
                scored.stream().map(CodeTable.Scored::category).toList(),
                scored.isEmpty() ? 0 : scored.getFirst().score(),
                district.placeIn(start).orElse(null),
                table().danger(comparable).orElse(null),
                district.outsideIn(start).orElse(null));
    }

    /** The category of a code; a code that is not in the table stands for 其他问题. */
    public Category category(String code) {
        var category = table().byCode.get(code);
        return category != null ? category : Category.other(code);
    }

    /** The category with this code, standard or local name, or the first whose name holds it. */
    public Optional<Category> categoryNamed(String words) {
        return table().named(words);
    }

    /** The danger with this id. */
    public Optional<Danger> danger(String id) {
        return table().family(id).map(DangersFile.Entry::danger);
    }

    /** The category of a case in which somebody is in this danger: minutes, and who is on duty. */
    public Category dangerCategory(String id) {
        return table().family(id).map(DangersFile.Entry::category).orElse(Category.other(id));
    }

    /** The category of what may do such harm and has not yet, if one stands for it. */
    public Optional<Category> hazardCategory(String id) {
        return table().family(id)
                .map(DangersFile.Entry::hazardCategory)
                .flatMap(code -> Optional.ofNullable(table().byCode.get(code)));
    }

    /** All categories, in the order of the table. */
    public List<Category> categories() {
        return table().file.categories().stream().map(CategoriesFile.Entry::category).toList();
    }

    private CodeTable table() {
        var now = categories.get();
        var dangersNow = dangers.get();
        if (!seen.are(now, dangersNow)) {
            seen = new Seen(now, dangersNow);
            try {
                table = new CodeTable(now, dangersNow, district);
            } catch (IllegalArgumentException e) {
                LOG.error("{}；继续使用原来的类别表", e.getMessage());
            }
        }
        return table;
    }
}

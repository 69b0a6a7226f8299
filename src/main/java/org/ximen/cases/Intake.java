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

    private final Supplier<CategoriesFile> categories;
    private final District district;
    private volatile CodeTable table;
    private volatile CategoriesFile seen;

    /** A code table that does not fit the district is refused with a plain sentence. */
    public Intake(Supplier<CategoriesFile> categories, District district) {
        this.categories = categories;
        this.district = district;
        this.seen = categories.get();
        this.table = new CodeTable(seen, district);
    }

    /** What can be read from a report's words. */
    public Reading read(String text) {
        var comparable = Plain.comparable(text);
        var scored = table().score(comparable);
        return new Reading(
                scored.stream().map(CodeTable.Scored::category).toList(),
                scored.isEmpty() ? 0 : scored.getFirst().score(),
                district.placeIn(text).orElse(null),
                table().danger(comparable).orElse(null),
                district.outsideIn(text).orElse(null));
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
        return table().file.dangers().stream()
                .map(CategoriesFile.Hazard::danger)
                .filter(danger -> danger.id().equals(id))
                .findFirst();
    }

    /** All categories, in the order of the table. */
    public List<Category> categories() {
        return table().file.categories().stream().map(CategoriesFile.Entry::category).toList();
    }

    private CodeTable table() {
        var now = categories.get();
        if (now != seen) {
            seen = now;
            try {
                table = new CodeTable(now, district);
            } catch (IllegalArgumentException e) {
                LOG.error("{}；继续使用原来的类别表", e.getMessage());
            }
        }
        return table;
    }
}

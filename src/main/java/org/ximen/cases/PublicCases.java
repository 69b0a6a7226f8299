package org.ximen.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ximen.db.Db;
import org.ximen.district.District;

/**
 * The cases that everybody may see, and of each no more than everybody may see. Never among them: a
 * case reported without a name or by somebody who was erased, one of a kind that is not published
 * (homes, neighbours, people in danger), one that is more urgent than its kind, because somebody
 * may be in danger there.
 */
public final class PublicCases {
    private final PublicTable table;
    private final CodeTable codeTable;

    public PublicCases(Db db, CodeTable codeTable, District district) {
        this.table = new PublicTable(db, new PublicRows(codeTable, district));
        this.codeTable = codeTable;
    }

    /** The case of a number, if it is public. */
    public Optional<PublicCase> find(String number) {
        return find(List.of(number)).stream().findFirst();
    }

    /** Those of the numbers that are public cases, newest first. */
    public List<PublicCase> find(List<String> numbers) {
        var known = numbers.stream().filter(PublicCases::isNumber).toList();
        return known.isEmpty() ? List.of() : table.list(visible(), known);
    }

    private static boolean isNumber(String told) {
        return CaseNumber.in(told).filter(told::equals).isPresent();
    }

    /**
     * One page, newest first.
     *
     * @param page counted from 0
     */
    public List<PublicCase> search(PublicSearch search, int page, int size) {
        var wanted = search.categories();
        var kinds = visible().only(wanted);
        return kinds.isEmpty() ? List.of() : table.list(kinds, search, page * size, size);
    }

    private Kinds visible() {
        return new Kinds(codeTable.published());
    }

    /** The categories that are shown. */
    record Kinds(List<Category> all) {
        Kinds only(Set<String> codes) {
            return codes.isEmpty()
                    ? this
                    : new Kinds(all.stream().filter(c -> codes.contains(c.code())).toList());
        }

        boolean isEmpty() {
            return all.isEmpty();
        }

        List<String> codes() {
            return codes(all.stream());
        }

        List<String> urgent() {
            return codes(all.stream().filter(Category::urgent));
        }

        // "in ()" is no SQL
        private static List<String> codes(Stream<Category> categories) {
            return Stream.concat(Stream.of(""), categories.map(Category::code)).toList();
        }
    }
}

package org.ximen.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/**
 * The cases as staff look through them, with their own notes: everybody sees only what is theirs to
 * see.
 */
public final class CaseBook {
    private static final int PORTION = 500;
    private static final List<State> OPEN =
            Arrays.stream(State.values()).filter(state -> !state.over()).toList();

    private final CaseTable cases;
    private final SearchTable table;
    private final StageClockTable clocks;
    private final CountTable counts;
    private final CodeTable codeTable;
    private final District district;

    public CaseBook(Db db, CodeTable codeTable, District district) {
        this.cases = new CaseTable(db, new CaseRows(codeTable, district), EventTable.forStaff(db));
        this.table = new SearchTable(db);
        this.clocks = new StageClockTable(db);
        this.counts = new CountTable(db);
        this.codeTable = codeTable;
        this.district = district;
    }

    /** The case of a number, if this member may see it. */
    public Optional<GridCase> find(String number, StaffMember by) {
        return CaseNumber.in(number)
                .flatMap(cases::find)
                .map(Stored::item)
                .filter(Sight.of(by, district)::sees);
    }

    /** One page, newest first. An area or category that does not exist has no cases. */
    public Found search(CaseSearch search, int page, int size, StaffMember by, Instant now) {
        return search(search, new PageWindow(page, size, CaseOrder.NEWEST), by, now);
    }

    /** One page in an order. An area or category that does not exist has no cases. */
    public Found search(CaseSearch search, PageWindow window, StaffMember by, Instant now) {
        return where(search, by, now)
                .map(where -> page(where, window))
                .orElse(new Found(List.of(), 0, false));
    }

    /** Whether somebody sees every case there is. */
    public boolean seesAll(StaffMember by) {
        return !Sight.of(by, district).limited();
    }

    /** All in an order, no more than {@code most}. */
    public List<GridCase> all(
            CaseSearch search, CaseOrder order, int most, StaffMember by, Instant now) {
        return where(search, by, now)
                .map(where -> table.page(where, order, 0, most))
                .map(this::inPortions)
                .orElse(List.of());
    }

    private List<GridCase> inPortions(List<Long> ids) {
        var all = new ArrayList<GridCase>();
        for (int from = 0; from < ids.size(); from += PORTION) {
            var portion = ids.subList(from, Math.min(from + PORTION, ids.size()));
            cases.inOrder(portion).forEach(stored -> all.add(stored.item()));
        }
        return all;
    }

    /** How many there are, counted no further than {@code most}. */
    public long count(CaseSearch search, int most, StaffMember by, Instant now) {
        return where(search, by, now).map(where -> table.count(where, most)).orElse(0L);
    }

    /** How many cases stand where; states without a case are left out. */
    public Map<State, Long> byState(CaseSearch search, StaffMember by, Instant now) {
        return where(search, by, now).map(table::byState).orElse(Map.of());
    }

    /** Cases per day, area and category. */
    public List<Tally> tallies(CaseSearch search, StaffMember by, Instant now) {
        return where(search, by, now).map(table::tallies).orElse(List.of());
    }

    /** Each of the cases as figures count it. */
    public List<CaseCount> counts(CaseSearch search, StaffMember by, Instant now) {
        return where(search, by, now).map(where -> counts.of(where, now)).orElse(List.of());
    }

    /** All cases reported on these days as figures count them, which tell of no single one. */
    public List<CaseCount> wholeStreet(LocalDate first, LocalDate last, Instant now) {
        var everything = new Sight(false, null, Set.of());
        var days = CaseSearch.ALL.between(first, last);
        return counts.of(Where.of(days, new Where.Codes(null, null), everything, now), now);
    }

    /** Points on the map, newest first. */
    public List<Pin> pins(CaseSearch search, int most, StaffMember by, Instant now) {
        return where(search, by, now).map(where -> table.pins(where, now, most)).orElse(List.of());
    }

    /** The stages that a member looks after and that run late, the latest first. */
    public List<LateStage> late(int most, StaffMember by, Instant now) {
        var stages = TimedStage.of(by.role());
        return where(CaseSearch.ALL, by, now)
                .map(where -> clocks.late(where, stages, now, most))
                .orElse(List.of());
    }

    /** The states in which a case waits for somebody of this role. */
    public static Set<State> waitingFor(Role role) {
        return switch (role) {
            case DISPATCHER ->
                    EnumSet.of(State.REPORTED, State.FILED, State.RETURNED, State.VERIFIED);
            case HANDLER -> EnumSet.of(State.DISPATCHED, State.ACCEPTED);
            case VERIFIER -> EnumSet.of(State.HANDLED);
            // Whoever leads looks after all that is under way.
            case LEADER -> EnumSet.copyOf(OPEN);
            case EDITOR, APPROVER, ADMIN -> EnumSet.noneOf(State.class);
        };
    }

    /** One look at the database gives the page and the count, but for pages far behind. */
    private Found page(Where where, PageWindow window) {
        int size = window.size();
        int from = window.page() * size;
        boolean far = from + size > Found.MOST;
        int base = far ? from : 0;
        var ids = table.page(where, window.order(), base, far ? size + 1 : Found.MOST + 1);
        int first = Math.min(from - base, ids.size());
        int end = Math.min(first + size, ids.size());
        var items = cases.inOrder(ids.subList(first, end)).stream().map(Stored::item).toList();
        return new Found(items, base + ids.size(), ids.size() > end);
    }

    private Optional<Where> where(CaseSearch search, StaffMember by, Instant now) {
        var codes = new Where.Codes(areas(search.area()), categories(search.category()));
        if (isEmpty(codes.areas()) || isEmpty(codes.categories())) {
            return Optional.empty();
        }
        return Optional.of(Where.of(search, codes, Sight.of(by, district), now));
    }

    private static boolean isEmpty(@Nullable Collection<String> codes) {
        return codes != null && codes.isEmpty();
    }

    /** Null for the whole street, where cases of unknown area belong too. */
    private @Nullable List<String> areas(@Nullable String words) {
        if (words == null) {
            return null;
        }
        var area = district.area(words).orElse(null);
        if (area == null) {
            return List.of();
        }
        return area.parent() == null ? null : district.with(area).stream().map(Area::code).toList();
    }

    private @Nullable List<String> categories(@Nullable String words) {
        if (words == null) {
            return null;
        }
        return codeTable.categoryNamed(words).map(found -> List.of(found.code())).orElse(List.of());
    }
}

package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import org.ximen.text.Masking;
import org.ximen.text.Plain;
import org.ximen.workdays.WorkCalendar;

/** Where drafts become cases; always inside a transaction. */
final class Counter {
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_DESCRIPTION = 60_000;
    static final String UNSORTED = "OTHER";

    private final Tables tables;
    private final CodeTable codeTable;
    private final WorkCalendar calendar;
    private final ClockDesk clocks;

    Counter(Tables tables, CodeTable codeTable, WorkCalendar calendar, ClockDesk clocks) {
        this.tables = tables;
        this.codeTable = codeTable;
        this.calendar = calendar;
        this.clocks = clocks;
    }

    /**
     * A new case; its number.
     *
     * @throws AlreadyFiled if its outside number is a case already
     */
    String take(Filing filing, Instant now) {
        return take(filing, new Event(now, filing.by(), null, null, State.REPORTED, null));
    }

    /** A new case that is put into the history in other words; its number. */
    String take(Filing filing, Event opened) {
        var draft = filing.draft();
        var now = opened.at();
        if (draft.description().isBlank() && draft.photos().isEmpty()) {
            throw new Incomplete("description", "请说一下发生了什么，或者发一张照片");
        }
        var category = category(draft);
        var number = tables.numbers().next(now.atZone(WorkCalendar.ZONE).toLocalDate());
        // Numbers are given one at a time, so no other row of the same number comes between.
        requireNew(filing.origin());
        var item = item(filing, category, number, now);
        long id = tables.cases().insert(item, number, filing);
        tables.events().add(id, opened);
        clocks.begin(new Stored(id, 1, item, filing.reporter(), filing.tell(), false), now);
        return item.number();
    }

    private void requireNew(CaseOrigin origin) {
        tables.cases()
                .numberOf(origin)
                .ifPresent(number -> {
                    throw new AlreadyFiled(origin, number);
                });
    }

    /** The draft's category; 其他问题 where the staff are to say what it is. */
    Category category(Draft draft) {
        var code = draft.category();
        return code == null ? Category.other(UNSORTED) : known(code);
    }

    /** The category of a code or name; a danger's, too. */
    Category known(String code) {
        var exact = codeTable.category(code);
        return exact.department() != null ? exact : named(code);
    }

    private Category named(String code) {
        return codeTable
                .categoryNamed(code)
                .orElseThrow(() -> new Incomplete("category", "没有这个类别，请换一个说法"));
    }

    private GridCase item(Filing filing, Category category, CaseNumber number, Instant now) {
        var draft = filing.draft();
        var place = draft.place();
        return new GridCase(
                number.toString(),
                State.REPORTED,
                category,
                place == null ? null : place.area(),
                place == null ? "" : cut(place.text(), LONGEST_PLACE),
                place == null ? null : place.point(),
                cut(told(draft), LONGEST_DESCRIPTION),
                category.department(),
                Clock.starting(category.usual().limit(), now, calendar),
                draft.urgent() || category.urgent(),
                draft.anonymous(),
                draft.guessed() || draft.category() == null,
                place == null || !place.precise(),
                null,
                null,
                null,
                filing.origin(),
                draft.photos(),
                now,
                List.of(),
                null,
                List.of());
    }

    // Who wants no name must not be found by the phone number in the words.
    private static String told(Draft draft) {
        return draft.anonymous() ? Masking.mask(draft.description()) : draft.description();
    }

    private static String cut(String text, int most) {
        var plain = Plain.visible(text);
        return plain.codePointCount(0, plain.length()) <= most
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, most));
    }
}

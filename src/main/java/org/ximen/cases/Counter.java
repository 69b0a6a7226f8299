package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
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

    Counter(Tables tables, CodeTable codeTable, WorkCalendar calendar) {
        this.tables = tables;
        this.codeTable = codeTable;
        this.calendar = calendar;
    }

    /** A new case; its number. */
    String take(Draft draft, long reporter, Sender tell, Instant now) {
        var opened = new Event(now, Actor.REPORTER, null, null, State.REPORTED, null);
        return take(draft, reporter, tell, opened);
    }

    /** A new case that is put into the history by somebody else; its number. */
    String take(Draft draft, @Nullable Long reporter, @Nullable Sender tell, Event opened) {
        var now = opened.at();
        if (draft.description().isBlank() && draft.photos().isEmpty()) {
            throw new Incomplete("description", "请说一下发生了什么，或者发一张照片");
        }
        var category = category(draft);
        var number = tables.numbers().next(now.atZone(WorkCalendar.ZONE).toLocalDate());
        var item = item(draft, category, number, now);
        long id = tables.cases().insert(item, number, reporter, tell);
        tables.events().add(id, opened);
        return item.number();
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

    private GridCase item(Draft draft, Category category, CaseNumber number, Instant now) {
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

package org.ximen.cases;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Place;
import org.ximen.text.Masking;
import org.ximen.workdays.WorkCalendar;

/** What those of a case do to it from outside; always inside a transaction. */
final class ReporterDesk {
    static final String URGED = "催办：";
    private static final String MOVED = "更正地点：";
    private static final String HIDDEN = "反映人要求匿名";
    private static final String SORTED = "更正类别：";
    private static final String JUDGED = "评价：";
    private static final String SAFE = "反映人说险情已经解除：";
    private static final String DANGER = "反映人说情况变得危险：";

    private final Tables tables;
    private final Crew crew;

    ReporterDesk(Tables tables, Crew crew) {
        this.tables = tables;
        this.crew = crew;
    }

    /** The case, if it is the person's own and somebody still works on it. */
    private Optional<Stored> open(String number, long person) {
        return own(number, person).filter(stored -> !stored.item().state().over());
    }

    private Optional<Stored> own(String number, long person) {
        return CaseNumber.in(number)
                .flatMap(tables.cases()::find)
                .filter(stored -> isOf(stored, person));
    }

    private boolean isOf(Stored stored, long person) {
        return Long.valueOf(person).equals(stored.reporter())
                || tables.followers().of(stored.id()).stream().anyMatch(f -> f.person() == person);
    }

    private void note(Stored stored, String words, Instant now) {
        var state = stored.item().state();
        var event = new Event(now, Actor.REPORTER, null, state, state, Masking.mask(words));
        tables.events().add(stored.id(), event);
    }

    Urged urge(String number, long person, String words, Instant now) {
        var stored = open(number, person).orElseThrow(Unknown::new);
        boolean already = wasUrged(stored, now);
        note(stored, URGED + words, now);
        if (!already) {
            crew.urged(stored.item(), now);
        }
        return already ? Urged.ALREADY : Urged.TOLD;
    }

    private static boolean wasUrged(Stored stored, Instant now) {
        var today = now.atZone(WorkCalendar.ZONE).toLocalDate();
        return stored.item().history().stream()
                .filter(event -> String.valueOf(event.note()).startsWith(URGED))
                .anyMatch(
                        event -> event.at().atZone(WorkCalendar.ZONE).toLocalDate().equals(today));
    }

    /** Only while nobody was sent: then it would be their way that is changed. */
    Optional<Stored> relocate(String number, Place place, long person, Instant now) {
        return correctable(number, person)
                .filter(stored -> tables.cases().relocate(stored, place))
                .map(stored -> noted(stored, MOVED + place.text(), now));
    }

    Optional<Stored> resort(String number, Category category, long person, Instant now) {
        return correctable(number, person)
                .filter(stored -> tables.cases().resort(stored, category))
                .map(stored -> noted(stored, SORTED + category.shown(), now));
    }

    private Optional<Stored> correctable(String number, long person) {
        return own(number, person).filter(stored -> stored.item().state().correctable());
    }

    private Stored noted(Stored stored, String words, Instant now) {
        note(stored, words, now);
        return tables.cases().find(stored.item().number()).orElse(stored);
    }

    void remark(String number, long person, String words, Instant now) {
        own(number, person)
                .ifPresent(stored -> {
                    boolean over = stored.item().state().over();
                    note(stored, over ? JUDGED + words : words, now);
                });
    }

    /** The person's own case, as it is kept. */
    Optional<Stored> find(String number, long person) {
        return own(number, person);
    }

    /** Only who reported it can be unnamed. */
    Optional<Stored> hide(String number, long person, Instant now) {
        return own(number, person)
                .filter(stored -> Long.valueOf(person).equals(stored.reporter()))
                .map(stored -> {
                    if (!stored.item().anonymous()) {
                        var words = Masking.mask(stored.item().description());
                        tables.cases().hide(stored.id(), words);
                        note(stored, HIDDEN, now);
                    }
                    return tables.cases().find(stored.item().number()).orElse(stored);
                });
    }

    /** What is put right after somebody was sent reaches them. */
    void corrected(String number, long person, Instant now) {
        open(number, person)
                .filter(stored -> !stored.item().state().correctable())
                .ifPresent(stored -> crew.corrected(stored.item(), now));
    }

    void escalate(String number, long person, String words, Instant now) {
        open(number, person)
                .ifPresent(stored -> {
                    note(stored, DANGER + words, now);
                    if (tables.cases().hurry(stored)) {
                        crew.escalated(stored.item(), now);
                    }
                });
    }

    void calmed(String number, long person, @Nullable String words, Instant now) {
        open(number, person)
                .ifPresent(stored -> {
                    note(stored, SAFE + words, now);
                    crew.warned(stored.item(), "反映人说险情已经解除，请核实", now);
                });
    }
}

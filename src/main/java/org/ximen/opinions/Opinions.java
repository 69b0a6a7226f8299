package org.ximen.opinions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.opinions.OpinionTable.Term;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.text.Language;
import org.ximen.workdays.LimitUnit;
import org.ximen.workdays.WorkCalendar;

/** What residents suggest and whom they praise: taken here, never counted among the cases. */
public final class Opinions {
    private static final Duration KEPT = Duration.ofDays(730);
    private static final int HOURS_A_DAY = 8;
    // The desk is reminded when so much of the term has run.
    private static final double REMIND_AT = 0.8;

    private final Db db;
    private final OpinionTable table;
    private final Parts parts;

    /**
     * What it works with.
     *
     * @param term working days within which a suggestion is to be answered
     */
    public record Parts(
            WorkCalendar calendar,
            int term,
            District district,
            Residents residents,
            Outbox outbox,
            Audit audit) {}

    public Opinions(Db db, Parts parts) {
        this.db = db;
        this.table = new OpinionTable(db.client());
        this.parts = parts;
    }

    /**
     * Takes what somebody says; a suggestion gets its number and its term. The author is not told:
     * whoever called shows the receipt.
     */
    public Opinion take(NewOpinion said, Person person, Instant now) {
        return db.in(() -> {
            boolean answered = said.kind() == Opinion.Kind.SUGGESTION;
            long id = table.add(said, person.id(), answered ? term(now) : null, now);
            return table.find(id).orElseThrow();
        });
    }

    private Term term(Instant now) {
        int hours = (int) (parts.term() * HOURS_A_DAY * REMIND_AT);
        return new Term(
                table.number(LocalDate.ofInstant(now, WorkCalendar.ZONE)),
                parts.calendar().after(now, parts.term(), LimitUnit.WORKING_DAYS),
                parts.calendar().after(now, hours, LimitUnit.WORKING_HOURS));
    }

    /**
     * Adds words of its author.
     *
     * @param words not blank; kept as those of {@link NewOpinion}
     * @return nothing if it is not theirs or has been settled already: then it is a new one
     */
    public Optional<Opinion> addWords(long id, Person person, String words, Instant now) {
        var kept = NewOpinion.kept(words);
        return db.in(() ->
                table.addWords(id, person.id(), kept, now) ? table.find(id) : Optional.empty());
    }

    /**
     * Notes whether everybody may read of what was adopted; no takes down at once what is
     * published.
     *
     * @return false if it is not theirs, or was not adopted
     */
    public boolean allow(long id, Person person, boolean may) {
        return db.in(() -> table.allow(id, person.id(), may));
    }

    /** Adopted suggestions that everybody may read, the newest first. */
    public List<PublicSuggestion> published(int most) {
        return table.published(most);
    }

    /** All that a person said, newest first. */
    public List<Opinion> of(Person person) {
        return table.of(person.id());
    }

    /** The one of this id, for whoever took it for somebody. */
    public Optional<Opinion> find(long id) {
        return table.find(id);
    }

    /** The person's own suggestion with this number. */
    public Optional<Opinion> find(String number, Person person) {
        return table.find(number, person.id());
    }

    /** How long opinions are kept, how they are shown and erased. */
    public Holding holding() {
        return new Holding(
                Set.of("opinion", "opinion_addition", "opinion_counter"),
                "您提的建议和表扬（去掉号码），答复或转交两年后删除",
                KEPT,
                table::deleteSettled,
                this::exported,
                (person, now) -> table.delete(person.id()));
    }

    private List<String> exported(Person person) {
        return table.of(person.id()).stream()
                .map(opinion -> exported(person.speaks(), opinion))
                .toList();
    }

    private static String exported(Language language, Opinion opinion) {
        var said = new StringBuilder(opinion.kind().shown(language));
        said.append(numbered(opinion.number()))
                .append(language.of("：", ": "))
                .append(opinion.words());
        var more = language.of("；补充：", "; added: ");
        opinion.additions().forEach(added -> said.append(more).append(added.words()));
        var state = opinion.state().shown(language);
        return said.append(language.of("（" + state + "）", " (" + state + ")")).toString();
    }

    private static String numbered(@Nullable String number) {
        return number == null ? "" : " " + number;
    }
}

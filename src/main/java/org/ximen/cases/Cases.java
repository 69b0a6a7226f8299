package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.outbox.Outbox;
import org.ximen.photos.PhotoRecords;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.Bindings;
import org.ximen.understanding.ReportReader;
import org.ximen.understanding.Verdict;
import org.ximen.workdays.WorkCalendar;

/** The street's grid cases: reporting, moving, finding, forgetting. */
public final class Cases {
    private final Db db;
    private final Tables tables;
    private final Guard guard;
    private final ClockDesk clocks;
    private final Counter counter;
    private final Crew crew;
    private final Desk desk;
    private final Sweeper sweeper;
    private final OpenDuplicates duplicates;
    private final ReporterDesk reporters;
    private final RatingDesk ratings;
    private final RatingReminder reminder;
    private final PhotoRecords photos;
    private final ResultPhotos results;

    /**
     * @param reports reads reports to find those that are one case
     * @param lessons learns from the categories that staff confirm
     */
    public Cases(
            Db db,
            CodeTable codeTable,
            District district,
            WorkCalendar calendar,
            ReportReader reports,
            CategoryLessons lessons,
            Outbox outbox) {
        this(db, codeTable, district, calendar, reports, lessons, (Telling.Said) outbox::say);
    }

    Cases(
            Db db,
            CodeTable codeTable,
            District district,
            WorkCalendar calendar,
            ReportReader reports,
            CategoryLessons lessons,
            Telling.Said said) {
        this(
                db,
                codeTable,
                district,
                new Escalation(Escalation.usual(), calendar),
                calendar,
                reports,
                lessons,
                said);
    }

    Cases(
            Db db,
            CodeTable codeTable,
            District district,
            Escalation escalation,
            WorkCalendar calendar,
            ReportReader reports,
            CategoryLessons lessons,
            Telling.Said said) {
        this.db = db;
        var events = new EventTable(db);
        var cases = new CaseTable(db, new CaseRows(codeTable, district), events);
        this.tables =
                new Tables(
                        cases,
                        events,
                        new FollowerTable(db),
                        new NumberTable(db),
                        new RatingTable(db),
                        new UnitTable(db),
                        new EvidenceTable(db),
                        new StageClockTable(db));
        this.photos = new PhotoRecords(db);
        this.duplicates = new OpenDuplicates(cases, reports);
        this.guard = new Guard(district);
        this.clocks = new ClockDesk(tables.clocks(), escalation, codeTable, calendar);
        this.counter = new Counter(tables, codeTable, calendar, clocks);
        var words = new CaseWords(district, calendar);
        var bindings = new Bindings(db, new Audit(db));
        this.crew = new Crew(bindings, district, words, said, escalation);
        this.results = new ResultPhotos(new EvidenceDesk(tables.evidence(), photos), photos);
        var telling = new Telling(tables, words, said, crew, new Residents(db), results);
        var terms = new DispatchTerms(district, codeTable);
        var relocation = new Relocation(district);
        var news = new CorrectionNews(crew, terms);
        var steps = new Steps(terms, new Corrections(terms, relocation, calendar), calendar);
        var splits = new SplitDesk(tables, counter, terms, relocation, reports, crew);
        var units = new UnitDesk(tables, terms, news);
        var corrections =
                new CorrectionDesk(new CorrectionDesk.Parts(terms, units, splits, news, lessons));
        this.desk = new Desk(tables, guard, steps, telling, corrections, clocks, photos);
        this.sweeper = new Sweeper(db, tables, escalation, crew, telling);
        this.reporters = new ReporterDesk(tables, crew);
        this.ratings = new RatingDesk(tables, crew, desk);
        this.reminder = new RatingReminder(db, tables, calendar, telling);
    }

    /**
     * Makes a draft a case and tells the desk. The reporter is not told: whoever called shows the
     * receipt.
     *
     * @param reporter person id
     * @param tell the chat that is told of every step
     * @throws Incomplete if there are neither words nor pictures, or the category is unknown
     */
    public GridCase report(Draft draft, long reporter, Sender tell, Instant now) {
        return file(Filing.byResident(draft, reporter, tell), now);
    }

    /**
     * Makes what others bring a case and tells the desk.
     *
     * @throws Incomplete if there are neither words nor pictures, or the category is unknown
     * @throws AlreadyFiled if its outside number is a case already
     */
    public GridCase file(Filing filing, Instant now) {
        return db.in(() -> {
            var item = desk.get(counter.take(filing, now)).item();
            if (filing.desk().of(item)) {
                crew.reported(item, now);
            }
            return item;
        });
    }

    /** Tells the desk that many came at once; of none nobody hears. */
    public void announce(CaseSource source, int many, Instant now) {
        if (many > 0) {
            db.run(() -> crew.imported(source, many, now));
        }
    }

    /**
     * Somebody of the staff asks the desk for help: it is written down, and the desk hears of it.
     *
     * @throws NotAllowed if the actor has nothing to do with the case
     * @throws Incomplete if there are no words
     */
    public GridCase callDesk(String number, String words, Actor by, Instant now) {
        return db.in(() -> {
            var item = desk.move(number, Move.of(Verb.NOTE, words), by, now);
            crew.warned(item, by.name() + "求助（" + words + "）", now);
            return item;
        });
    }

    /** The number of the case that came with this outside number, if there is one. */
    public Optional<String> numberOf(CaseOrigin origin) {
        return tables.cases().numberOf(origin);
    }

    /**
     * Takes one step and tells the people of the case.
     *
     * @throws Unknown if there is no such case
     * @throws NotAllowed if the step is not open now or not to this actor
     * @throws Incomplete if the step lacks something
     */
    public GridCase move(String number, Move move, Actor by, Instant now) {
        return db.in(() -> desk.move(number, move, by, now));
    }

    /**
     * Adds a picture of staff to a case, for the step that it proves.
     *
     * @param photo id, phase, author, time and place; its handling is found here
     * @param owner from whom the photo was accepted
     * @return its id, or that of the same picture which the step has already
     * @throws Unknown if there is no such case
     * @throws NotAllowed if that step is not open to the actor now
     */
    public String attach(String number, CasePhoto photo, Sender owner, Actor by) {
        return db.in(() -> desk.attach(number, photo, owner, by));
    }

    /** Refuses a picture before it is read, if its step is not open to the actor. */
    void mustBeOpen(GridCase c, PhotoPhase phase, Actor by) {
        desk.mustBeOpen(desk.get(c.number()), phase, by);
    }

    /**
     * What a case has to show for what was done.
     *
     * @throws Unknown if there is no such case
     */
    public Evidence evidence(String number) {
        return db.in(() -> desk.evidence(number));
    }

    /**
     * The picture of what came of a case that is over; from now on the chat may see it. Empty where
     * there is none.
     */
    public Optional<String> resultPhoto(GridCase item, Sender viewer) {
        return db.in(() -> results.show(desk.get(item.number()), viewer));
    }

    /**
     * Takes several steps, all or none.
     *
     * @throws NotAllowed if a step is not open then or not to this actor
     * @throws Incomplete if a step lacks something
     */
    public GridCase moveThrough(GridCase item, List<Move> moves, Actor by, Instant now) {
        return db.in(() -> {
            var moved = item;
            for (var move : moves) {
                moved = desk.move(item.number(), move, by, now);
            }
            return moved;
        });
    }

    /** The case of a number; capitals, width and blanks do not matter. */
    public Optional<GridCase> find(String number) {
        return CaseNumber.in(number).flatMap(tables.cases()::find).map(Stored::item);
    }

    /** What a person reported or joined, newest first. */
    public List<GridCase> of(long reporter) {
        return items(tables.cases().of(reporter));
    }

    /** Person id of who reported a case; empty where they wish not to be known or are forgotten. */
    public Optional<Long> reporter(String number) {
        return CaseNumber.in(number)
                .flatMap(tables.cases()::find)
                .filter(stored -> !stored.item().anonymous())
                .map(Stored::reporter);
    }

    /** The verbs open to the actor now. */
    public List<Verb> open(GridCase c, Actor by) {
        return guard.open(desk.get(c.number()), by);
    }

    /** The verbs open to the actor now, with what each cannot do without. */
    public List<OpenMove> moves(GridCase c, Actor by) {
        return guard.rules(desk.get(c.number()), by).stream().map(OpenMove::of).toList();
    }

    /**
     * Open cases that may be the same, as {@link org.ximen.understanding.DuplicateModel} judges;
     * newest first.
     */
    public List<GridCase> similar(Draft draft, Instant now) {
        return duplicates.of(draft, counter.category(draft), now);
    }

    /** Open cases that may be the same as one that is open itself; newest first. */
    public List<GridCase> similar(GridCase item) {
        return item.state().over() ? List.of() : duplicates.of(item);
    }

    /** Joins a person to a case: told of every step, and sees it among one's own. */
    public void follow(String number, long person, Sender tell, Instant now) {
        var follower = new FollowerTable.Follower(person, tell);
        db.run(() -> desk.follow(number, follower, now));
    }

    /**
     * Adds what somebody of the case tells later; empty if the case is over or not theirs.
     *
     * @param photos ids of accepted pictures
     */
    public Optional<GridCase> supplement(
            String number, long person, String words, List<String> photos, Instant now) {
        return db.in(() ->
                desk.supplement(number, person, words, photos, now)
                        ? find(number)
                        : Optional.empty());
    }

    /**
     * Pushes a case: the desk and those who handle it are told, once a day.
     *
     * @throws Unknown if it is not the person's own or is over
     */
    public Urged urge(String number, long person, String words, Instant now) {
        return db.in(() -> reporters.urge(number, person, words, now));
    }

    /** Puts the place of one's own case right; empty once somebody was sent. */
    public Optional<GridCase> relocate(String number, Place place, long person, Instant now) {
        return db.in(() -> reporters.relocate(number, place, person, now).map(Stored::item));
    }

    /** Puts the category of one's own case right; empty once somebody was sent. */
    public Optional<GridCase> resort(String number, String code, long person, Instant now) {
        var category = counter.known(code);
        return db.in(() -> reporters.resort(number, category, person, now).map(Stored::item));
    }

    /** Keeps what somebody of a case says, whether it is over or not. */
    public void remark(String number, long person, String words, Instant now) {
        db.run(() -> reporters.remark(number, person, words, now));
    }

    /**
     * Keeps what somebody of a case thinks of it after it is over. What is not solved goes back to
     * those who had it, once and within 15 days; else the desk, or who leads, hears of it.
     *
     * @param round of which end of the case, counted from 1; 0 for the last
     * @param words may be empty
     * @return empty if it is not the person's own
     */
    public Optional<Rated> rate(
            String number, long person, int round, Verdict verdict, String words, Instant now) {
        var said = new RatingDesk.Judgement(round, verdict, words);
        return db.in(() ->
                reporters
                        .find(number, person)
                        .map(stored -> ratings.rate(stored, person, said, now)));
    }

    /** What a person answered of the last end of a case. */
    public Rating rating(GridCase item, long person) {
        return db.in(() -> ratings.rating(desk.get(item.number()), person));
    }

    /** Reminds once, after two working days, those who were asked and said nothing; how many. */
    public int remind(Instant now) {
        return reminder.sweep(now);
    }

    /** What all people were asked since an instant; {@link Rating#NONE} for each who was silent. */
    public List<Rating> ratings(Instant since) {
        return tables.ratings().since(since);
    }

    /** What a person answered, newest first. */
    public List<Rating> ratingsOf(long person) {
        return tables.ratings().of(person);
    }

    /** Hides who reported a case, if it is this person; empty if it is not. */
    public Optional<GridCase> hide(String number, long person, Instant now) {
        return db.in(() -> reporters.hide(number, person, now).map(Stored::item));
    }

    /** Tells those who were sent that the reporter put something right or needs it no longer. */
    public void corrected(String number, long person, Instant now) {
        db.run(() -> reporters.corrected(number, person, now));
    }

    /** Somebody of a case says that it has become dangerous: it is urgent, all hear of it. */
    public void escalate(String number, long person, String words, Instant now) {
        db.run(() -> reporters.escalate(number, person, words, now));
    }

    /** Somebody of a case says that the danger is over; the desk hears of it. */
    public void calmed(String number, long person, String words, Instant now) {
        db.run(() -> reporters.calmed(number, person, words, now));
    }

    /**
     * Erases a person: unlinks the cases, empties words, pictures and exact place of those that are
     * over (of the others when they are), keeps the counts.
     */
    public void forget(long person, Instant now) {
        db.run(() -> new Forgetting(tables, photos).forget(person));
    }

    /** What is kept about a person here, newest first. */
    public List<Exported> export(long person) {
        return tables.cases().of(person).stream().map(s -> exported(s, person)).toList();
    }

    /**
     * The clocks of the stages of a case, oldest first; of a case that was opened again those of
     * before, too.
     *
     * @throws Unknown if there is no such case
     */
    public List<StageClock> clocks(String number) {
        return db.in(() -> clocks.of(desk.get(number).id()));
    }

    /** Tells who is to know of stages that run late, each step once; how many warnings. */
    public int sweep(Instant now) {
        return sweeper.sweep(now);
    }

    private static Exported exported(Stored stored, long person) {
        var item = stored.item();
        boolean joined = !Long.valueOf(person).equals(stored.reporter());
        return new Exported(
                item.number(),
                item.reportedAt(),
                item.category(),
                item.state(),
                item.place(),
                joined ? "" : item.description(),
                item.anonymous(),
                joined);
    }

    private static List<GridCase> items(List<Stored> stored) {
        return stored.stream().map(Stored::item).toList();
    }
}

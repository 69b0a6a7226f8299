package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.district.Point;
import org.ximen.photos.Photo;
import org.ximen.photos.PhotoRecords;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/**
 * What a member of staff does with cases from where they are: only with those that they see, under
 * their own name, by the table of moves. A refusal undoes the step alone.
 */
public final class FieldDesk {
    private final Db db;
    private final Cases cases;
    private final CaseBook book;
    private final StaffReports reports;
    private final PhotoRecords photos;

    public FieldDesk(Db db, Cases cases, CaseBook book, StaffReports reports) {
        this.db = db;
        this.cases = cases;
        this.book = book;
        this.reports = reports;
        this.photos = new PhotoRecords(db);
    }

    /**
     * Pictures that came from a bound chat.
     *
     * @param point where they were taken, if that is known; kept to about ten metres
     */
    public record Shown(List<String> photos, Sender from, @Nullable Point point) {
        public Shown {
            photos = List.copyOf(photos);
        }
    }

    /** What waits for a member, the earliest deadline first; for some roles nothing does. */
    public Found tasks(StaffMember by, PageWindow window, Instant now) {
        var states = CaseBook.waitingFor(by.role());
        if (states.isEmpty()) {
            return new Found(List.of(), 0, false);
        }
        var search = CaseSearch.ALL.in(states).with(by.department());
        return book.search(search, window, by, now);
    }

    /** The case of a number, if the member may see it. */
    public Optional<GridCase> find(String number, StaffMember by) {
        return book.find(number, by);
    }

    /** What the member may do with it now. */
    public List<OpenMove> moves(GridCase item, StaffMember by) {
        return cases.moves(item, actor(by));
    }

    /** Takes several steps, all or none. */
    public FieldStep take(GridCase item, List<Move> moves, StaffMember by, Instant now) {
        return attempt(item.number(), () -> cases.moveThrough(item, moves, actor(by), now));
    }

    /** Asks the desk for help with a case. */
    public FieldStep callDesk(GridCase item, String words, StaffMember by, Instant now) {
        return attempt(item.number(), () -> cases.callDesk(item.number(), words, actor(by), now));
    }

    /**
     * Adds pictures to the step that they prove, and takes the steps that follow; the same picture
     * a second time is left out.
     */
    public FieldStep show(
            GridCase item,
            PhotoPhase phase,
            Shown shown,
            List<Move> then,
            StaffMember by,
            Instant now) {
        return attempt(
                item.number(),
                () -> {
                    shown.photos().forEach(id -> attach(item, phase, id, shown, by, now));
                    return cases.moveThrough(item, then, actor(by), now);
                });
    }

    private void attach(
            GridCase item, PhotoPhase phase, String id, Shown shown, StaffMember by, Instant now) {
        var point = CasePhotos.rounded(shown.point());
        var photo = new CasePhoto(id, phase, 0, by.name(), now, point, List.of());
        cases.attach(item.number(), photo, shown.from(), actor(by));
        keep(id, shown.from(), by);
    }

    /** What proves a step stays when its member leaves the chat. */
    private void keep(String id, Sender from, StaffMember by) {
        photos.find(id)
                .filter(photo -> photo.caseNumber() != null)
                .ifPresent(photo -> photos.give(id, from, CasePhotos.owner(by)));
    }

    /**
     * What a find would be filed as.
     *
     * @throws Incomplete as {@link StaffReports#read}
     */
    public StaffReading read(StaffReport find) {
        return reports.read(find);
    }

    /** Whether both are the same picture. */
    public boolean areSame(String one, String other) {
        return photos.areSame(one, other);
    }

    /** Whether the member may file what they find on patrol. */
    public boolean mayPatrol(StaffMember by) {
        return by.is(Role.HANDLER, Role.VERIFIER, Role.DISPATCHER, Role.ADMIN);
    }

    /** Whether the member may settle what they find at once. */
    public boolean maySettle(StaffMember by) {
        return Moves.Who.FINDER.roles().contains(by.role());
    }

    /** The case to which one of these pictures was sent before, if there is one. */
    public Optional<GridCase> sentBefore(List<String> ids) {
        return ids.stream()
                .flatMap(id -> photos.twin(id).stream())
                .map(Photo::caseNumber)
                .flatMap(number -> cases.find(String.valueOf(number)).stream())
                .filter(item -> !item.state().over())
                .findFirst();
    }

    /** Files what was found; the desk hears of it. */
    public FieldStep file(StaffReport find, Sender from, StaffMember by, Instant now) {
        return attempt(null, () -> filed(find, from, reports::file, by, now));
    }

    /** Files what was found and settled at once, with pictures from before and after. */
    public FieldStep settle(StaffReport find, Shown after, StaffMember by, Instant now) {
        return attempt(
                null,
                () -> {
                    var item = filed(find, after.from(), reports::fileSettled, by, now);
                    after.photos()
                            .forEach(id -> attach(item, PhotoPhase.AFTER, id, after, by, now));
                    return cases.move(item.number(), Move.of(Verb.HANDLE), actor(by), now);
                });
    }

    /** One of the two ways to file. */
    private interface Door {
        GridCase file(StaffReport report, String by, Instant now);
    }

    private GridCase filed(StaffReport find, Sender from, Door door, StaffMember by, Instant now) {
        var item = door.file(find, by.name(), now);
        for (var id : find.photos()) {
            photos.bind(id, from, item.number());
            keep(id, from, by);
        }
        return item;
    }

    private FieldStep attempt(@Nullable String number, Supplier<GridCase> work) {
        try {
            return new FieldStep.Done(db.apart(work));
        } catch (NotAllowed | Incomplete | AlreadyFiled | Unknown e) {
            var item = number == null ? null : cases.find(number).orElse(null);
            return new FieldStep.Refused(String.valueOf(e.getMessage()), item);
        }
    }

    private static Actor actor(StaffMember by) {
        return Actor.staff(by.name(), by.role(), by.department());
    }
}

package org.ximen.cases;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.district.Point;
import org.ximen.photos.Photo;
import org.ximen.photos.PhotoRefused;
import org.ximen.photos.Photos;
import org.ximen.photos.Viewer;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/**
 * Photos of cases for the staff: who sees the case sees its photos, and each look is recorded; who
 * may handle or check it adds to them.
 */
public final class CasePhotos {
    /** The channel of what staff hand in here. */
    private static final String STAFF = "staff";

    // About ten metres.
    private static final double ROUNDING = 10_000;

    private final Photos photos;
    private final Cases cases;
    private final CaseBook book;
    private final Audit audit;

    public CasePhotos(Photos photos, Cases cases, CaseBook book, Audit audit) {
        this.photos = photos;
        this.cases = cases;
        this.book = book;
        this.audit = audit;
    }

    /**
     * A picture for a step.
     *
     * @param number of the case
     * @param point where it was taken, if that is known; kept to about ten metres
     */
    public record Added(String number, PhotoPhase phase, @Nullable Point point) {}

    /**
     * Takes in a picture for a step that is open to the member.
     *
     * @return its id
     * @throws NotAllowed if that step is not open now
     * @throws PhotoRefused with a sentence
     * @throws StaffRefused if there is no such case for the member
     * @throws IOException if the stream breaks
     */
    public String add(Added added, InputStream file, StaffMember by, Instant now)
            throws IOException {
        var item =
                book.find(added.number(), by)
                        .orElseThrow(() ->
                                new StaffRefused(
                                        StaffRefused.Reason.UNKNOWN,
                                        "没有找到这个编号的案件，或不在你的部门和区域内，请核对编号。"));
        var actor = Actor.staff(by.name(), by.role(), by.department());
        cases.mustBeOpen(item, added.phase(), actor);
        var owner = owner(by);
        var kept = photos.accept(file, owner, now);
        var photo =
                new CasePhoto(
                        kept.id(),
                        added.phase(),
                        0,
                        by.name(),
                        now,
                        rounded(added.point()),
                        List.of());
        return cases.attach(item.number(), photo, owner, actor);
    }

    /** From whom pictures come that staff hand in here. */
    static Sender owner(StaffMember by) {
        return new Sender(STAFF, by.name());
    }

    /** To about ten metres. */
    static @Nullable Point rounded(@Nullable Point point) {
        return point == null
                ? null
                : new Point(rounded(point.latitude()), rounded(point.longitude()));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * ROUNDING) / ROUNDING;
    }

    /**
     * A JPEG.
     *
     * @throws StaffRefused if there is no such photo, or none that {@code by} may see; which of
     *     both it does not tell
     */
    public byte[] get(String id, StaffMember by, Instant now) {
        var bytes =
                photos.find(id)
                        .filter(photo -> isOfACaseSeen(photo, by))
                        .flatMap(photo -> photos.open(id, new Viewer.Staff(by.name())))
                        .orElseThrow(() ->
                                new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这张照片，或它已被删除。"));
        audit.record(by.name(), "photo.view", "photos/" + id, now);
        return bytes;
    }

    /** A photo that no case has is the resident's own. */
    private boolean isOfACaseSeen(Photo photo, StaffMember by) {
        return Optional.ofNullable(photo.caseNumber())
                .flatMap(number -> book.find(number, by))
                .isPresent();
    }
}

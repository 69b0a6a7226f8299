package org.ximen.cases;

import java.time.Instant;
import java.util.Optional;
import org.ximen.photos.Photo;
import org.ximen.photos.Photos;
import org.ximen.photos.Viewer;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Photos of cases for the staff: who sees the case sees its photos, and each look is recorded. */
public final class CasePhotos {
    private final Photos photos;
    private final CaseBook book;
    private final Audit audit;

    public CasePhotos(Photos photos, CaseBook book, Audit audit) {
        this.photos = photos;
        this.book = book;
        this.audit = audit;
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

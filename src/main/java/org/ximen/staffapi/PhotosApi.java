package org.ximen.staffapi;

import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.cases.CaseBook;
import org.ximen.photos.Photo;
import org.ximen.photos.Photos;
import org.ximen.photos.Viewer;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Photos of cases over HTTP, for those who see the case; each look is recorded. */
@RestController
@RequestMapping("/api/staff/photos")
public final class PhotosApi {
    private final Photos photos;
    private final CaseBook book;
    private final Audit audit;
    private final InstantSource clock;

    public PhotosApi(Photos photos, CaseBook book, Audit audit, InstantSource clock) {
        this.photos = photos;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id, @AuthenticationPrincipal StaffMember by) {
        var bytes =
                photos.find(id)
                        .filter(photo -> isOfACaseSeen(photo, by))
                        .flatMap(photo -> photos.open(id, new Viewer.Staff(by.name())))
                        .orElseThrow(() -> new StaffRefused(UNKNOWN, "没有这张照片，或它已被删除。"));
        audit.record(by.name(), "photo.view", "photos/" + id, clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    /** A photo that no case has is the resident's own. */
    private boolean isOfACaseSeen(Photo photo, StaffMember by) {
        return Optional.ofNullable(photo.caseNumber())
                .flatMap(number -> book.find(number, by))
                .isPresent();
    }
}

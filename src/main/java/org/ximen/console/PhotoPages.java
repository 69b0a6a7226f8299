package org.ximen.console;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.ximen.cases.CaseBook;
import org.ximen.photos.Photo;
import org.ximen.photos.Photos;
import org.ximen.photos.Viewer;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Photos of cases for those who see the case; each look is recorded. */
@Controller
public final class PhotoPages implements Page {
    private final Photos photos;
    private final CaseBook book;
    private final Audit audit;
    private final InstantSource clock;

    public PhotoPages(Photos photos, CaseBook book, Audit audit, InstantSource clock) {
        this.photos = photos;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/console/photos/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id, @AuthenticationPrincipal StaffMember me) {
        var bytes =
                photos.find(id)
                        .filter(photo -> isOfACaseSeen(photo, me))
                        .flatMap(photo -> photos.open(id, new Viewer.Staff(me.name())))
                        .orElseThrow(() ->
                                new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这张照片，或它已被删除。"));
        audit.record(me.name(), "photo.view", "photos/" + id, clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    private boolean isOfACaseSeen(Photo photo, StaffMember me) {
        return Optional.ofNullable(photo.caseNumber())
                .flatMap(number -> book.find(number, me))
                .isPresent();
    }
}

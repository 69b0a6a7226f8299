package org.ximen.console;

import java.time.InstantSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.ximen.cases.CasePhotos;
import org.ximen.staff.StaffMember;

/** Photos of cases for those who see the case; each look is recorded. */
@Controller
public final class PhotoPages implements Page {
    private final CasePhotos photos;
    private final InstantSource clock;

    public PhotoPages(CasePhotos photos, InstantSource clock) {
        this.photos = photos;
        this.clock = clock;
    }

    @GetMapping("/console/photos/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id, @AuthenticationPrincipal StaffMember me) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(photos.get(id, me, clock.instant()));
    }
}
